package io.cobre.solver;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationException;
import io.cobre.solver.lp.FutureParts;
import io.cobre.solver.lp.StageProblems;
import io.cobre.solver.output.OutputFolder;
import io.cobre.solver.policy.CutPool;
import io.cobre.solver.policy.PolicyFit;
import io.cobre.solver.policy.StartingCuts;
import io.cobre.solver.stochastic.StochasticModel;
import io.cobre.solver.study.PolicySource;
import io.cobre.solver.study.Study;
import java.nio.file.Path;
import java.util.List;

/**
 * What config.json says about the policy that a training begins with.
 */
final class PolicyOfTheCase
{
    private PolicyOfTheCase()
    {
    }

    static void checkTraining(final Study study)
    {
        if (!study.config().trainingEnabled())
        {
            throw new ValidationException(
                SolverErrorKind.INCOMPATIBLE_SETTINGS, "config.json forbids training: training.enabled is false")
                .with("key", "training.enabled")
                .suggest("simulate the policy that is there with cobre run, or remove the key");
        }
    }

    /**
     * The cuts to begin with; relative paths begin at the output folder, without one at the working directory.
     */
    static List<CutPool> startingCuts(final Study study, final OutputFolder folder)
    {
        final PolicySource source = study.config().policy();
        if (source.mode() == PolicySource.Mode.FRESH && !source.hasBoundary())
        {
            return List.of();
        }
        final StochasticModel stochastic = StochasticModel.of(study);
        final int dimension = StageProblems.initialState(study, stochastic).length;
        final List<CutPool> cuts =
            StartingCuts.read(study, dimension, folder.root() == null ? Path.of("") : folder.root());
        for (int stage = 0; stage < cuts.size(); stage++)
        {
            PolicyFit.checkMixing(cuts.get(stage), FutureParts.of(study, stage, stochastic.openings()));
        }
        return cuts;
    }
}
