package io.cobre.comm.aeron;

import io.cobre.engine.Communicator;
import io.cobre.engine.contract.GroupUnderTest;
import io.cobre.engine.contract.RankBody;
import io.cobre.engine.spi.Backend;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Groups for the contract suite, each with drivers of its own.
 */
final class AeronGroups implements GroupUnderTest
{
    private static final Map<String, String> SHORT_TERMS =
        Map.of(GroupSettings.TERM_LENGTH, String.valueOf(512 * 1024));

    private final Backend backend;

    AeronGroups(final Backend backend)
    {
        this.backend = backend;
    }

    @Override
    public String backend()
    {
        return backend.kind().id();
    }

    @Override
    public int maxRanks()
    {
        return 7;
    }

    @Override
    public void run(final int ranks, final long timeoutNs, final RankBody body) throws Exception
    {
        final CountDownLatch running = new CountDownLatch(ranks);
        try (StreamGroup group = new StreamGroup(backend, ranks, SHORT_TERMS))
        {
            group.run((rank) ->
            {
                try
                {
                    final Communicator communicator = rank.communicator(timeoutNs);
                    body.run(communicator);
                }
                finally
                {
                    running.countDown();
                    running.await();
                }
            });
        }
    }
}
