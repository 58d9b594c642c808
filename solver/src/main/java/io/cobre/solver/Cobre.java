package io.cobre.solver;

import io.cobre.engine.CobreException;
import io.cobre.engine.CobreVersion;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationException;
import io.cobre.solver.output.OutputFolder;
import io.cobre.solver.output.RunFacts;
import io.cobre.solver.output.SimulationOutput;
import io.cobre.solver.output.StochasticOutput;
import io.cobre.solver.output.TrainingOutput;
import io.cobre.solver.policy.CutPool;
import io.cobre.solver.policy.Policy;
import io.cobre.solver.stochastic.StochasticModel;
import io.cobre.solver.study.Study;
import io.cobre.solver.study.input.CaseLoader;
import io.cobre.solver.study.input.ValidationResult;
import io.cobre.solver.train.RankTimes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

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
        return validate(caseFolder, Map.of());
    }

    /**
     * Check a case with other values in config.json.
     *
     * @param caseFolder      with config.json and what else a case has.
     * @param configOverrides values by dotted path, as JSON or plain words.
     * @return all problems at once.
     */
    public static ValidationResult validate(final Path caseFolder, final Map<String, String> configOverrides)
    {
        return StudyReview.of(CaseLoader.validate(caseFolder, configOverrides));
    }

    /**
     * Check a study that is in memory, with other settings.
     *
     * @param study          read or made.
     * @param configOverrides values by dotted path, as JSON or plain words; only of settings that are no part of the
     *                        data of a study that has been read.
     * @return all problems at once, and the study with these settings.
     */
    public static ValidationResult validate(final Study study, final Map<String, String> configOverrides)
    {
        return StudyReview.of(CaseLoader.validate(study, configOverrides));
    }

    /**
     * Train a policy and write policy, convergence table and metadata.
     *
     * @param caseFolder with config.json and what else a case has.
     * @param options    of this run.
     * @return the policy and how it came about.
     * @throws CobreException an input kind before anything is started; OutputNotFound if the results cannot be
     *                        written; CheckpointFailed or IncompatibleRuns if it cannot go on from a checkpoint, or
     *                        not write one; InitializationFailed or AllocationFailed if the workers cannot be
     *                        connected; SolverFailure; WorkerFailed; InternalPanic if results differ between ranks.
     * @throws java.util.concurrent.CancellationException if the thread is interrupted: everything has been stopped.
     */
    public static TrainingResult train(final Path caseFolder, final TrainOptions options)
    {
        RunPlan.check(options);
        final Study study = valid(validate(caseFolder, options.configOverrides()), options);
        return train(study, options, () -> OutputFolder.prepare(options.outputDirectory(), caseFolder));
    }

    /**
     * Train a policy for a study that is in memory; it gives the bits that its folder gives.
     *
     * @param study   read or made.
     * @param options of this run; without an output directory nothing is written.
     * @return the policy and how it came about.
     * @throws CobreException as {@link #train(Path, TrainOptions)}.
     */
    public static TrainingResult train(final Study study, final TrainOptions options)
    {
        RunPlan.check(options);
        return train(
            valid(validate(study, options.configOverrides()), options),
            options,
            () -> OutputFolder.prepare(options.outputDirectory()));
    }

    private static TrainingResult train(
        final Study study, final TrainOptions options, final Supplier<OutputFolder> output)
    {
        final Instant startedAt = Instant.now();
        PolicyOfTheCase.checkTraining(study);
        final RunPlan plan = RunPlan.of(options, study.config());
        final OutputFolder folder = output.get();
        final Saving saving = Saving.of(study, options, plan, folder);
        final List<CutPool> startingCuts =
            saving.resume() == null ? PolicyOfTheCase.startingCuts(study, folder) : List.of();
        final Outcome<io.cobre.solver.train.TrainingResult> outcome = plan.inProcess() ?
            Outcome.of(InProcess.train(study, startingCuts, options, saving, folder.root()), plan, startedAt) :
            plan.hasThreads() ? RankThreads.train(study, startingCuts, options, plan, saving, folder.root()) :
            Workers.train(study, startingCuts, options, plan, saving, folder);
        final Instant completedAt = Instant.now();
        if (plan.isWriter())
        {
            TrainingOutput.write(
                folder,
                study,
                outcome.result(),
                new RunFacts(
                    startedAt,
                    completedAt,
                    plan.backend().id(),
                    plan.workers(),
                    saving.resumedFrom(),
                    outcome.restarts().stream().map(Restart::fields).toList()));
            if (study.config().exportStochastic())
            {
                StochasticOutput.write(folder, study, StochasticModel.of(study));
            }
        }
        return result(outcome, saving, Duration.between(startedAt, completedAt), folder);
    }

    /**
     * Simulate the policy that config.json names: {@code policy.path}, relative to the output folder.
     *
     * @param caseFolder with config.json and what else a case has.
     * @param options    of this run.
     * @return costs of the scenarios.
     * @throws CobreException as {@link #train}; OutputNotFound, OutputCorrupted or IncompatibleRuns if the policy
     *                        cannot be used.
     */
    public static SimulationResult simulate(final Path caseFolder, final SimulateOptions options)
    {
        RunPlan.check(options);
        final Study study = valid(validate(caseFolder, options.configOverrides()), options);
        final OutputFolder folder = OutputFolder.prepare(options.outputDirectory(), caseFolder);
        final Policy policy = Policy.load(folder.root().resolve(study.config().policy().path()).normalize());
        return simulate(study, policy, options, () -> folder);
    }

    /**
     * Simulate a policy that was saved.
     *
     * @param caseFolder   with config.json and what else a case has.
     * @param policyFolder as training wrote it.
     * @param options      of this run.
     * @return costs of the scenarios.
     * @throws CobreException as {@link #train}; OutputNotFound, OutputCorrupted or IncompatibleRuns if the policy
     *                        cannot be used.
     */
    public static SimulationResult simulate(
        final Path caseFolder, final Path policyFolder, final SimulateOptions options)
    {
        RunPlan.check(options);
        return simulate(caseFolder, Policy.load(policyFolder), options);
    }

    /**
     * Simulate a policy.
     *
     * @param caseFolder with config.json and what else a case has.
     * @param policy     trained for this case.
     * @param options    of this run.
     * @return costs of the scenarios.
     * @throws CobreException as {@link #train}; IncompatibleRuns if the policy is for another case.
     */
    public static SimulationResult simulate(
        final Path caseFolder, final Policy policy, final SimulateOptions options)
    {
        RunPlan.check(options);
        final Study study = valid(validate(caseFolder, options.configOverrides()), options);
        return simulate(study, policy, options, () -> OutputFolder.prepare(options.outputDirectory(), caseFolder));
    }

    /**
     * Simulate a policy that was saved, for a study that is in memory.
     *
     * @param study        read or made.
     * @param policyFolder as training wrote it.
     * @param options      of this run; without an output directory nothing is written.
     * @return costs of the scenarios.
     * @throws CobreException as {@link #simulate(Path, Path, SimulateOptions)}.
     */
    public static SimulationResult simulate(
        final Study study, final Path policyFolder, final SimulateOptions options)
    {
        RunPlan.check(options);
        return simulate(study, Policy.load(policyFolder), options);
    }

    /**
     * Simulate a policy for a study that is in memory.
     *
     * @param study   read or made.
     * @param policy  trained for this study.
     * @param options of this run; without an output directory nothing is written.
     * @return costs of the scenarios.
     * @throws CobreException as {@link #simulate(Path, Policy, SimulateOptions)}.
     */
    public static SimulationResult simulate(
        final Study study, final Policy policy, final SimulateOptions options)
    {
        RunPlan.check(options);
        return simulate(
            valid(validate(study, options.configOverrides()), options),
            policy,
            options,
            () -> OutputFolder.prepare(options.outputDirectory()));
    }

    private static SimulationResult simulate(
        final Study study, final Policy policy, final SimulateOptions options, final Supplier<OutputFolder> output)
    {
        final Instant startedAt = Instant.now();
        final int scenarios = scenarios(study, options);
        final RunPlan plan = RunPlan.of(options, study.config());
        final OutputFolder folder = output.get();
        final Function<Path, Outcome<io.cobre.solver.simulate.SimulationResult>> simulate =
            (tables) -> plan.inProcess() ?
                Outcome.of(
                    InProcess.simulate(study, policy, scenarios, options, folder.root(), tables), plan, startedAt) :
                plan.hasThreads() ?
                RankThreads.simulate(study, policy, scenarios, options, plan, folder.root(), tables) :
                Workers.simulate(study, policy, scenarios, options, plan, folder, tables);
        final Outcome<io.cobre.solver.simulate.SimulationResult> outcome = plan.isWriter() && folder.isWritten() ?
            SimulationOutput.write(
                folder,
                study,
                simulate,
                Outcome::result,
                (simulated) -> new RunFacts(startedAt, Instant.now(), plan.backend().id(), plan.workers())) :
            simulate.apply(folder.root());
        final io.cobre.solver.simulate.SimulationResult result = outcome.result();
        return new SimulationResult(
            result.scenarios(),
            result.meanCost(),
            result.stdCost(),
            result.ci95(),
            result.digest(),
            outcome.workers(),
            Duration.between(startedAt, Instant.now()).toMillis(),
            folder.root(),
            folder.written(),
            outcome.droppedEvents());
    }

    private static int scenarios(final Study study, final SimulateOptions options)
    {
        final boolean isConfigured = options.scenarios() == SimulateOptions.AS_CONFIGURED;
        final int count = isConfigured ? study.config().simulationScenarios() : options.scenarios();
        if (count < 1)
        {
            throw new ValidationException(
                SolverErrorKind.OUT_OF_RANGE, count + " scenarios are none, at least 1 needed")
                .with(isConfigured ? "field" : "option", isConfigured ? "simulation.num_scenarios" : "scenarios")
                .with("value", count)
                .with("minimum", 1)
                .suggest(isConfigured ?
                    "set simulation.num_scenarios in config.json, or ask for a number with --scenarios" :
                    "give a positive number, or leave it out to take what config.json says");
        }
        return count;
    }

    private static Study valid(final ValidationResult validation, final RunOptions<?> options)
    {
        if (Thread.currentThread().isInterrupted())
        {
            throw new CancellationException("interrupted while the case was read");
        }
        validation.warnings().forEach(options.warningCallback());
        if (!validation.valid())
        {
            throw new ValidationException(validation.errors());
        }
        return validation.study();
    }

    private static TrainingResult result(
        final Outcome<io.cobre.solver.train.TrainingResult> outcome,
        final Saving saving,
        final Duration wall,
        final OutputFolder folder)
    {
        final io.cobre.solver.train.TrainingResult result = outcome.result();
        final long openNs = result.ranks().stream().mapToLong(RankTimes::openNs).max().orElse(0);
        return new TrainingResult(
            result.policy(),
            result.iterations().stream().map(HistoryRow::of).toList(),
            result.terminationReason().id(),
            result.lpSolves(),
            result.policyDigest(),
            result.boundsDigest(),
            outcome.workers(),
            wall.toMillis(),
            outcome.startTimeMs() + TimeUnit.NANOSECONDS.toMillis(openNs),
            TimeUnit.NANOSECONDS.toMillis(result.trainTimeNs()),
            result.ranks().stream().map(RankTimes::lpShare).toList(),
            saving.resumedFrom(),
            outcome.restarts(),
            saving.left(result),
            folder.root(),
            folder.written(),
            outcome.droppedEvents());
    }
}
