package io.cobre.solver.train;

import java.util.List;
import java.util.function.UnaryOperator;

import io.cobre.engine.Communicator;
import io.cobre.engine.Communicators;
import io.cobre.solver.Ranks;
import io.cobre.solver.stochastic.StochasticModel;
import io.cobre.solver.study.Study;

/**
 * Runs trainings in this process, alone or with ranks as threads.
 */
final class Trainings
{
    private Trainings()
    {
    }

    static TrainingResult alone(final Study study)
    {
        return alone(study, context -> context);
    }

    static TrainingResult alone(final Study study, final UnaryOperator<TrainingContext> settings)
    {
        try (Communicator communicator = Communicators.local())
        {
            return train(study, communicator, settings);
        }
    }

    private static TrainingResult train(
        final Study study, final Communicator communicator, final UnaryOperator<TrainingContext> settings)
    {
        final TrainingContext context =
            new TrainingContext(study, StochasticModel.of(study), communicator, Ranks.solvers());
        try (Trainer trainer = new Trainer(settings.apply(context)))
        {
            return trainer.train();
        }
    }

    /**
     * Train with ranks as threads.
     *
     * @return results by rank.
     */
    static List<TrainingResult> together(
        final Study study, final int size, final UnaryOperator<TrainingContext> settings) throws Exception
    {
        return Ranks.run(size, communicator -> train(study, communicator, settings));
    }
}
