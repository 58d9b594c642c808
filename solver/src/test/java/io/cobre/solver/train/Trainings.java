package io.cobre.solver.train;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

import io.cobre.engine.Communicator;
import io.cobre.engine.Communicators;
import io.cobre.engine.local.InProcessGroup;
import io.cobre.solver.lp.LpSolvers;
import io.cobre.solver.lp.LpSource;
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

    static LpSource solvers()
    {
        return LpSource.of(LpSolvers.byId(LpSolvers.DEFAULT_ID));
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
            new TrainingContext(study, StochasticModel.of(study), communicator, solvers());
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
        final ExecutorService threads = Executors.newFixedThreadPool(size);
        try (InProcessGroup group = Communicators.inProcess(size))
        {
            final List<Future<TrainingResult>> futures = new ArrayList<>();
            for (int rank = 0; rank < size; rank++)
            {
                final Communicator communicator = group.communicator(rank);
                futures.add(threads.submit(() -> train(study, communicator, settings)));
            }
            final List<TrainingResult> results = new ArrayList<>();
            for (final Future<TrainingResult> future : futures)
            {
                results.add(result(future));
            }
            return results;
        }
        finally
        {
            threads.shutdownNow();
        }
    }

    private static TrainingResult result(final Future<TrainingResult> future) throws Exception
    {
        try
        {
            return future.get();
        }
        catch (final ExecutionException e)
        {
            if (e.getCause() instanceof RuntimeException cause)
            {
                throw cause;
            }
            throw e;
        }
    }
}
