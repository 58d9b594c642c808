package io.cobre.solver.worker;

import io.cobre.solver.study.Study;
import io.cobre.solver.study.binary.StudyCodec;

/**
 * What every rank reads from the run directory before it trains.
 *
 * @param studyBytes the validated case, encoded.
 * @param solver     id of the LP solver.
 */
record TrainingJob(byte[] studyBytes, String solver)
{
    static TrainingJob of(final Study study, final String solver)
    {
        return new TrainingJob(StudyCodec.encode(study), solver);
    }

    Study study()
    {
        return StudyCodec.decode(studyBytes);
    }
}
