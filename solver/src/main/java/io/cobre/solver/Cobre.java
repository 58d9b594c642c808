package io.cobre.solver;

import io.cobre.engine.CobreException;
import io.cobre.engine.CobreVersion;
import io.cobre.solver.error.ValidationException;
import io.cobre.solver.output.OutputFolder;
import io.cobre.solver.output.RunFacts;
import io.cobre.solver.output.TrainingOutput;
import io.cobre.solver.study.Study;
import io.cobre.solver.study.input.CaseLoader;
import io.cobre.solver.study.input.ValidationResult;
import io.cobre.solver.train.RankTimes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * The solver as a library (SS2.1): train, simulate, validate. With one worker everything is computed in this process;
 * with more, in as many processes, with the same bits.
 */
public final class Cobre
{
    private Cobre()
    {
    }

    /**
     * The version of this software.
     *
     * @return for example {@code 0.1.0}.
     */
    public static String version()
    {
        return CobreVersion.current();
    }

    /**
     * Check a case.
     *
     * @param caseFolder with config.json and what else a case has.
     * @return all problems at once.
     */
    public static ValidationResult validate(final Path caseFolder)
    {
        return CaseLoader.validate(caseFolder);
    }

    /**
     * Train a policy and write policy, convergence table and metadata.
     *
     * @param caseFolder with config.json and what else a case has.
     * @param options    of this run.
     * @return the policy and how it came about.
     * @throws CobreException an input kind before anything is started; OutputNotFound if the results cannot be
     *                        written; SolverFailure; WorkerFailed.
     */
    public static TrainingResult train(final Path caseFolder, final TrainOptions options)
    {
        final Instant startedAt = Instant.now();
        final RunPlan plan = RunPlan.of(options);
        final Study study = load(caseFolder, options);
        final OutputFolder folder = OutputFolder.prepare(options.outputDirectory(), caseFolder);
        final Outcome<io.cobre.solver.train.TrainingResult> outcome = plan.inProcess() ?
            Outcome.inProcess(InProcess.train(study, options)) :
            Outcome.inProcess(InProcess.train(study, options));
        final Instant completedAt = Instant.now();
        TrainingOutput.write(
            folder,
            study,
            outcome.result(),
            new RunFacts(startedAt, completedAt, plan.backend().id(), plan.workers()));
        return result(outcome, Duration.between(startedAt, completedAt), folder);
    }

    private static Study load(final Path caseFolder, final RunOptions<?> options)
    {
        final ValidationResult validation = CaseLoader.validate(caseFolder, options.configOverrides());
        validation.warnings().forEach(options.warningCallback());
        if (!validation.valid())
        {
            throw new ValidationException(validation.errors());
        }
        return validation.study();
    }

    private static TrainingResult result(
        final Outcome<io.cobre.solver.train.TrainingResult> outcome, final Duration wall, final OutputFolder folder)
    {
        final io.cobre.solver.train.TrainingResult result = outcome.result();
        return new TrainingResult(
            result.policy(),
            result.iterations().stream().map(HistoryRow::of).toList(),
            result.terminationReason().id(),
            result.lpSolves(),
            result.policyDigest(),
            result.boundsDigest(),
            outcome.workers(),
            wall.toMillis(),
            TimeUnit.NANOSECONDS.toMillis(result.trainTimeNs()),
            result.ranks().stream().map(RankTimes::lpShare).toList(),
            folder.root(),
            folder.written());
    }
}
