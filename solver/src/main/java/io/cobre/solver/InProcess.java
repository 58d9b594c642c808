package io.cobre.solver;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationRecord;
import io.cobre.solver.lp.LpSource;
import io.cobre.solver.lp.bundle.LpBundles;
import io.cobre.solver.output.SimulationTables;
import io.cobre.solver.output.TableFolder;
import io.cobre.solver.policy.CutPool;
import io.cobre.solver.policy.Policy;
import io.cobre.solver.simulate.SimulationListener;
import io.cobre.solver.simulate.SimulationResult;
import io.cobre.solver.simulate.Simulator;
import io.cobre.solver.simulate.StageOutcome;
import io.cobre.solver.stochastic.SharedModel;
import io.cobre.solver.study.Study;
import io.cobre.solver.train.Trainer;
import io.cobre.solver.train.TrainingContext;
import io.cobre.solver.train.TrainingResult;
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
        final Study study, final List<CutPool> startingCuts, final RunOptions<?> options, final Path output)
    {
        final TrainingProgress progress = new TrainingProgress(study.config(), options.progressCallback());
        final LpSource solvers = LpBundles.source(options.lpSolver(), output);
        try (GroupOfRanks group = GroupOfRanks.of(options))
        {
            group.agree(study, solvers);
            try (SharedModel stochastic = SharedModel.of(study, group.communicator());
                Trainer trainer = new Trainer(new TrainingContext(
                    study, stochastic.model(), group.communicator(), solvers)
                    .listener((row) -> progress.iteration(group.workerId(), row))
                    .startingCuts(startingCuts)
                    .stopRequested(options.stopRequested())))
            {
                final TrainingResult result = trainer.train();
                group.agree(List.of(result.policyDigest(), result.boundsDigest()));
                warn(options, solvers);
                return result;
            }
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
        final SimulationProgress progress = new SimulationProgress(scenarios, options.progressCallback());
        final LpSource solvers = LpBundles.source(options.lpSolver(), output);
        try (GroupOfRanks group = GroupOfRanks.of(options))
        {
            group.agree(study, solvers);
            try (TableFolder folder = TableFolder.of(group.communicator(), tables);
                SharedModel stochastic = SharedModel.of(study, group.communicator());
                Simulator simulator = new Simulator(
                    study, stochastic.model(), policy, group.communicator(), solvers))
            {
                final SimulationListener results =
                    SimulationTables.into(folder.path(), study, stochastic.model());
                final SimulationResult result = simulator.simulate(scenarios, new SimulationListener()
                {
                    @Override
                    public boolean wantsStages()
                    {
                        return results.wantsStages();
                    }

                    @Override
                    public void stage(final StageOutcome outcome)
                    {
                        results.stage(outcome);
                    }

                    @Override
                    public void scenario(final int scenario, final double dollars)
                    {
                        results.scenario(scenario, dollars);
                        progress.scenario(group.workerId());
                    }
                });
                group.agree(List.of(result.digest()));
                folder.gather();
                warn(options, solvers);
                return result;
            }
        }
    }

    private static void warn(final RunOptions<?> options, final LpSource solvers)
    {
        solvers.ladder().summary().ifPresent((sentence) -> options.warningCallback().accept(
            new ValidationRecord(SolverErrorKind.SOLVER_FAILURE, sentence, Map.of(), null)));
    }
}
