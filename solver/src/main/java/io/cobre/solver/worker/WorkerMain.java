package io.cobre.solver.worker;

import io.cobre.engine.CobreException;
import io.cobre.engine.CobreVersion;
import io.cobre.engine.control.RankContext;
import io.cobre.engine.control.RankEnvironment;
import io.cobre.engine.control.RankSession;
import io.cobre.engine.launch.WorkerRunner;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.lp.LpSolverProvider;
import io.cobre.solver.lp.LpSource;
import io.cobre.solver.study.Study;
import io.cobre.solver.study.binary.StudyCodec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Main class of a worker process (SS7.4). It reads its job from the run directory of its launcher, joins the group,
 * computes, and reports.
 */
public final class WorkerMain
{
    private final Path jobFile;
    private WorkerJob job;
    private Study study;
    private LpSource solvers;

    private WorkerMain(final Path jobFile)
    {
        this.jobFile = jobFile;
    }

    /**
     * Entry of the process.
     *
     * @param args {@code worker --rank R}: they mark the process; the rank that counts is in the environment.
     */
    public static void main(final String[] args)
    {
        final String directory = System.getenv(RankEnvironment.RUN_DIRECTORY);
        if (directory == null)
        {
            throw new CobreException(
                SolverErrorKind.INCOMPATIBLE_SETTINGS, "a worker is started by its launcher, not by hand");
        }
        final WorkerMain worker = new WorkerMain(Path.of(directory, RunFiles.JOB));
        WorkerRunner.run(worker::prepare, worker::compute);
    }

    private RankContext prepare() throws IOException
    {
        job = RecordCodec.decode(Files.readAllBytes(jobFile), WorkerJob.class);
        study = StudyCodec.decode(job.studyBytes());
        solvers = InjectedFault.into(job.lp().source());
        return new RankContext().facts(facts(study, solvers.provider()));
    }

    private void compute(final RankSession session) throws IOException
    {
        job.run(session, study, solvers.threads() > 1 ? solvers.checking(session::tick) : solvers);
    }

    private static String facts(final Study study, final LpSolverProvider solver)
    {
        return "cobre " + CobreVersion.current() + ";" + solver.id() + " " + solver.librarySha256() + ";case " +
            study.fingerprint();
    }
}
