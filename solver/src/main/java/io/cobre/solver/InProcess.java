package io.cobre.solver;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationRecord;
import io.cobre.solver.lp.LpSource;
import io.cobre.solver.lp.bundle.LpBundles;
import io.cobre.solver.output.SimulationTables;
import io.cobre.solver.output.TableFolder;
import io.cobre.solver.policy.CutPool;
import io.cobre.solver.policy.Policy;
import io.cobre.solver.simulate.ScenarioCount;
import io.cobre.solver.simulate.SimulationResult;
import io.cobre.solver.simulate.Simulator;
import io.cobre.solver.stochastic.SharedModel;
import io.cobre.solver.study.Study;
import io.cobre.solver.train.Trainer;
import io.cobre.solver.train.TrainingContext;
import io.cobre.solver.train.TrainingResult;
import io.cobre.solver.worker.InjectedFault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Computes in the caller's process and on its thread, alone or as a rank of a group that exists already: no process,
 * driver or thread is started.
 */
final class InProcess
{
    private InProcess()
    {
    }

    static TrainingResult train(
        final Study study,
        final List<CutPool> startingCuts,
        final RunOptions<?> options,
        final Saving saving,
        final Path output)
    {
        try (GroupOfRanks group = GroupOfRanks.of(options))
        {
            return train(
                study, startingCuts, options, saving, output, group,
                new TrainingProgress(study.config(), options.progressCallback(), saving.lpSolves()));
        }
    }

    static TrainingResult train(
        final Study study,
        final List<CutPool> startingCuts,
        final RunOptions<?> options,
        final Saving saving,
        final Path output,
        final GroupOfRanks group,
        final TrainingProgress progress)
    {
        final LpSource solvers = solvers(options, output, group);
        group.agree(study, solvers, saving.fact());
        try (SharedModel stochastic = SharedModel.of(study, group.communicator());
            Trainer trainer = new Trainer(new TrainingContext(
                study, stochastic.model(), group.communicator(), solvers)
                .listener((row) -> group.progress(() -> progress.iteration(group.workerId(), row)))
                .startingCuts(startingCuts)
                .stopRequested(options.stopRequested())
                .checkpoints(saving.plan())
                .resume(saving.resume())))
        {
            final TrainingResult result = trainer.train();
            group.agree(List.of(result.policyDigest(), result.boundsDigest()));
            warn(options, solvers, group);
            return result;
        }
    }

    static SimulationResult simulate(
        final Study study,
        final Policy policy,
        final int scenarios,
        final RunOptions<?> options,
        final Path output,
        final Path tables)
    {
        try (GroupOfRanks group = GroupOfRanks.of(options))
        {
            return simulate(
                study, policy, scenarios, options, output, tables, group,
                new SimulationProgress(scenarios, options.progressCallback()));
        }
    }

    static SimulationResult simulate(
        final Study study,
        final Policy policy,
        final int scenarios,
        final RunOptions<?> options,
        final Path output,
        final Path tables,
        final GroupOfRanks group,
        final SimulationProgress progress)
    {
        final LpSource solvers = solvers(options, output, group);
        group.agree(study, solvers, "simulation");
        try (TableFolder folder = TableFolder.of(group.communicator(), tables);
            SharedModel stochastic = SharedModel.of(study, group.communicator());
            Simulator simulator = new Simulator(
                study, stochastic.model(), policy, group.communicator(), solvers))
        {
            final SimulationResult result = simulator.simulate(
                scenarios,
                new ScenarioCount(
                    SimulationTables.into(folder.path(), study, stochastic.model()),
                    (done) -> group.progress(() -> progress.scenarios(group.workerId(), done))));
            group.agree(List.of(result.digest()));
            folder.gather();
            warn(options, solvers, group);
            return result;
        }
    }

    private static LpSource solvers(final RunOptions<?> options, final Path output, final GroupOfRanks group)
    {
        return InjectedFault.into(LpBundles.source(options.lpSolver(), output)).checking(group::check)
            .threads(options.threads());
    }

    private static void warn(final RunOptions<?> options, final LpSource solvers, final GroupOfRanks group)
    {
        solvers.ladder().summary().ifPresent((sentence) -> group.tell(() -> options.warningCallback().accept(
            new ValidationRecord(SolverErrorKind.SOLVER_FAILURE, sentence, Map.of(), null))));
    }
}
