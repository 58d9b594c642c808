package io.cobre.engine.contract;

import io.cobre.engine.Communicator;
import io.cobre.engine.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A few operations on every rank of a communicator, interleaved by a random source on one thread.
 */
final class ScheduledProgram
{
    private static final int OPERATIONS = 8;
    private static final int OUTSTANDING = 3;
    private static final int PATIENCE = 100_000;

    private final Random random;
    private final List<Rank> ranks = new ArrayList<>();
    private int starved = -1;
    private int left;
    private int stepsWithoutEnd;

    ScheduledProgram(final List<Communicator> communicators, final Random random, final long seed)
    {
        this.random = random;
        final int size = communicators.size();
        final int source = 0 == random.nextInt(3) ? random.nextInt(size) : -1;
        final List<ModelOperation> operations = new ArrayList<>();
        for (int i = 0; i < OPERATIONS; i++)
        {
            operations.add(new ModelOperation(random, size, source, seed * OPERATIONS + i));
        }
        for (final Communicator communicator : communicators)
        {
            ranks.add(new Rank(communicator, operations));
        }
        left = size * OPERATIONS;
    }

    boolean isDone()
    {
        return 0 == left;
    }

    void finish()
    {
        while (!isDone())
        {
            step();
        }
    }

    /**
     * One action of one rank that is not starved at the moment.
     */
    void step()
    {
        if (0 == random.nextInt(40))
        {
            starved = random.nextInt(2 * ranks.size());
        }
        final int chosen = random.nextInt(ranks.size());
        if (chosen != starved)
        {
            final int ended = ranks.get(chosen).act();
            left -= ended;
            stepsWithoutEnd = ended > 0 ? 0 : stepsWithoutEnd + 1;
        }
        if (stepsWithoutEnd > PATIENCE)
        {
            throw new AssertionError("no operation has ended in " + PATIENCE + " steps, " + left + " are left");
        }
    }

    /**
     * An operation that this rank has started.
     */
    private record Started(Request request, ModelOperation.Run run)
    {
    }

    private final class Rank
    {
        private final Communicator communicator;
        private final List<ModelOperation> operations;
        private final List<Started> outstanding = new ArrayList<>();
        private int next;

        private Rank(final Communicator communicator, final List<ModelOperation> operations)
        {
            this.communicator = communicator;
            this.operations = operations;
        }

        private int act()
        {
            final boolean mayStart = next < OPERATIONS && outstanding.size() < OUTSTANDING;
            if (mayStart && (outstanding.isEmpty() || random.nextBoolean()))
            {
                final ModelOperation.Run run = operations.get(next++).on(communicator);
                outstanding.add(new Started(run.start(), run));
                return 0;
            }
            if (outstanding.isEmpty())
            {
                return 0;
            }
            final Started polled = outstanding.get(random.nextInt(outstanding.size()));
            if (!polled.request().poll())
            {
                return 0;
            }
            polled.run().verify();
            outstanding.remove(polled);
            return 1;
        }
    }
}
