package io.cobre.engine.contract;

import io.cobre.engine.Communicator;
import io.cobre.engine.local.InProcessGroup;
import io.cobre.engine.local.RingSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * All ranks on one thread, driven by a seeded scheduler over rings with a window of two short frames: ranks are starved
 * at random, three operations are outstanding and polled in another order on each rank, a subgroup finishes its traffic
 * while nobody polls the others.
 */
class ScheduledRingsTest
{
    private static final RingSettings NARROW = new RingSettings(2, 128);
    private static final int SEEDS_PER_GROUP = 100;
    private static final long TIMEOUT_NS = 60_000_000_000L;

    @Test
    void shouldNotDeadlockUnderRandomSchedules() throws Exception
    {
        run(0, 2_000);
    }

    @Tag("slow")
    @Test
    void shouldNotDeadlockUnderManyRandomSchedules() throws Exception
    {
        run(2_000, 100_000);
    }

    private static void run(final long firstSeed, final int seeds) throws Exception
    {
        for (long seed = firstSeed; seed < firstSeed + seeds; seed += SEEDS_PER_GROUP)
        {
            final int ranks = 2 + (int) (seed / SEEDS_PER_GROUP % 4);
            try (InProcessGroup group = InProcessGroup.create(ranks, NARROW, TIMEOUT_NS))
            {
                final List<Communicator> world = new ArrayList<>();
                for (int rank = 0; rank < ranks; rank++)
                {
                    world.add(group.communicator(rank));
                }
                final List<Communicator> others = subgroup(world);
                for (long i = seed; i < seed + SEEDS_PER_GROUP; i++)
                {
                    runSeed(world, others, i);
                }
            }
        }
    }

    /**
     * All ranks but 0 on streams of their own.
     */
    private static List<Communicator> subgroup(final List<Communicator> world) throws Exception
    {
        final Communicator[] others = new Communicator[world.size()];
        RankThreads.run(world.size(), world::get, (communicator) ->
        {
            others[communicator.rank()] = communicator.split(0 == communicator.rank() ? -1 : 1, 0);
        });
        return Arrays.asList(others).subList(1, others.length);
    }

    private static void runSeed(final List<Communicator> world, final List<Communicator> others, final long seed)
    {
        try
        {
            final Random random = new Random(seed);
            final ScheduledProgram program = new ScheduledProgram(world, random, seed);
            final int interruption = random.nextInt(60);
            for (int step = 0; !program.isDone(); step++)
            {
                if (step == interruption)
                {
                    new ScheduledProgram(others, random, ~seed).finish();
                }
                program.step();
            }
        }
        catch (final RuntimeException | AssertionError failure)
        {
            throw new AssertionError("seed " + seed + " with " + world.size() + " ranks", failure);
        }
    }
}
