package io.cobre.solver.worker;

import io.cobre.engine.control.RankSession;
import io.cobre.solver.lp.LpSource;
import io.cobre.solver.study.Study;
import io.cobre.solver.study.binary.StudyCodec;

import java.io.IOException;

/**
 * What every rank reads from the run directory and computes.
 */
sealed interface WorkerJob permits TrainingJob, SimulationJob
{
    /**
     * The validated case, encoded.
     *
     * @return for {@link StudyCodec}.
     */
    byte[] studyBytes();

    /**
     * The LP solver.
     *
     * @return which one, and where failed LPs go.
     */
    LpChoice lp();

    /**
     * Compute and send progress and report.
     *
     * @param session with the communicator.
     * @param study   decoded.
     * @param solvers makes LP instances.
     * @throws IOException when a file in the run directory cannot be read or written.
     */
    void run(RankSession session, Study study, LpSource solvers) throws IOException;
}
