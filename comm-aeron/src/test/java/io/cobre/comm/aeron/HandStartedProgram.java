package io.cobre.comm.aeron;

import io.cobre.engine.Communicator;
import io.cobre.engine.Communicators;
import io.cobre.engine.ReduceOp;

/**
 * Any program that uses the public interface alone: it sums its rank over the group and exits with the sum.
 */
public final class HandStartedProgram
{
    private HandStartedProgram()
    {
    }

    /**
     * Entry.
     *
     * @param args none.
     */
    public static void main(final String[] args)
    {
        final long[] sum = new long[1];
        try (Communicator communicator = Communicators.fromEnvironment())
        {
            communicator.allreduce(new long[]{10 + communicator.rank()}, sum, ReduceOp.SUM);
        }
        System.exit((int) sum[0]);
    }
}
