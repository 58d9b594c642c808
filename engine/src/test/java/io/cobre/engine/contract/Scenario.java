package io.cobre.engine.contract;

import java.util.function.IntFunction;

/**
 * One promise of the communicator.
 *
 * @param method    the method that it is about.
 * @param name      what is special.
 * @param ranks     group sizes to try.
 * @param timeoutNs silence after which a collective gives up.
 * @param body      makes what the ranks run; called once for each group with its size.
 */
record Scenario(String method, String name, int[] ranks, long timeoutNs, IntFunction<RankBody> body)
{
    private static final int[] ALL = {1, 2, 3, 4, 7};
    private static final int[] SEVERAL = {2, 3};
    private static final long TIMEOUT_NS = 30_000_000_000L;

    static Scenario of(final String method, final String name, final RankBody body)
    {
        return new Scenario(method, name, ALL, TIMEOUT_NS, (size) -> body);
    }

    /**
     * A scenario whose ranks share objects made for each run, in groups of more than one.
     */
    static Scenario among(final String method, final String name, final IntFunction<RankBody> body)
    {
        return new Scenario(method, name, SEVERAL, TIMEOUT_NS, body);
    }

    Scenario ranks(final int... sizes)
    {
        return new Scenario(method, name, sizes, timeoutNs, body);
    }

    Scenario timeoutMs(final long ms)
    {
        return new Scenario(method, name, ranks, ms * 1_000_000, body);
    }
}
