package io.cobre.comm.aeron;

import io.cobre.engine.Communicator;
import io.cobre.engine.ReduceOp;
import io.cobre.engine.control.RankContext;
import io.cobre.engine.control.RankSession;
import io.cobre.engine.launch.WorkerRunner;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Main class of the processes that the tests start. Arguments: {@code worker --rank R <behaviour> [<seconds>]}.
 */
public final class AeronRankProgram
{
    static final String MIXED = "mixed";
    static final String LOOP = "loop";
    static final String COMPUTE = "compute";
    static final String SLEEP = "sleep";

    private static final int ROUNDS = 200;
    private static final int LONGEST = 3_000;
    private static final long SEED = 7;

    private AeronRankProgram()
    {
    }

    /**
     * Entry.
     *
     * @param args as above.
     */
    public static void main(final String[] args)
    {
        WorkerRunner.run(new RankContext(), (session) -> run(session, args));
    }

    private static void run(final RankSession session, final String[] args) throws InterruptedException
    {
        final Communicator all = session.communicator();
        switch (args[3])
        {
            case MIXED -> session.result(Long.toHexString(mixed(all)).getBytes());
            case LOOP -> loop(session, all);
            case COMPUTE -> compute(all, TimeUnit.SECONDS.toNanos(Integer.parseInt(args[4])));
            case SLEEP -> sleep(all);
            default -> throw new IllegalArgumentException("unknown behaviour " + args[3]);
        }
    }

    /**
     * Collectives of seeded kinds and lengths.
     *
     * @return hash of what this rank has received; equal on all ranks.
     */
    private static long mixed(final Communicator all)
    {
        final SplittableRandom plan = new SplittableRandom(SEED);
        long hash = 1;
        for (int round = 0; round < ROUNDS; round++)
        {
            final int length = 1 + plan.nextInt(LONGEST);
            final double[] mine = new double[length];
            Arrays.fill(mine, 1.0 / (1 + all.rank() + round));
            final double[] result;
            if (plan.nextBoolean())
            {
                result = new double[length];
                all.allreduce(mine, result, ReduceOp.SUM);
            }
            else
            {
                final int[] counts = new int[all.size()];
                final int[] displacements = new int[all.size()];
                Arrays.fill(counts, length);
                Arrays.setAll(displacements, (rank) -> rank * length);
                result = new double[length * all.size()];
                all.allgatherv(mine, result, counts, displacements);
            }
            hash = 31 * hash + Arrays.hashCode(result);
            if (0 == round % 10)
            {
                all.barrier();
            }
        }
        return hash;
    }

    private static void loop(final RankSession session, final Communicator all)
    {
        all.barrier();
        session.progress(new byte[0]);
        while (session.stopUrgency() < 1)
        {
            all.barrier();
        }
    }

    private static void compute(final Communicator all, final long durationNs)
    {
        if (1 == all.rank())
        {
            final long endNs = System.nanoTime() + durationNs;
            double sum = 0;
            while (System.nanoTime() - endNs < 0)
            {
                sum += Math.sqrt(sum + 1);
            }
            System.out.println(sum);
        }
        all.barrier();
    }

    private static void sleep(final Communicator all) throws InterruptedException
    {
        if (1 == all.rank())
        {
            Thread.sleep(TimeUnit.MINUTES.toMillis(5));
        }
        all.barrier();
    }
}
