package io.cobre.engine.collective;

import io.cobre.codecs.collective.SplitEncoder;
import io.cobre.engine.CollectiveFailedException;
import io.cobre.engine.CollectiveFailedException.Reason;
import io.cobre.engine.Communicator;
import io.cobre.engine.InvalidCommunicatorException;
import io.cobre.engine.spi.Transport;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Makes sub-communicators: the ranks exchange colour, key and their next free stream id, open the new streams, and
 * leave when all of them are connected.
 */
final class Subgroups
{
    private static final int COLOR = 0;
    private static final int KEY = 1;
    private static final int STREAM_ID = 2;

    private final OperationDriver driver;
    private final CommunicatorContext context;
    private final Exchange exchange;

    Subgroups(final OperationDriver driver)
    {
        this.driver = driver;
        context = driver.context();
        exchange = new Exchange(driver);
    }

    Communicator splitLocal()
    {
        return driver.isMemoryShared() ? split(0, 0) : split(driver.seat().rank(), 0);
    }

    Communicator split(final int color, final int key)
    {
        driver.enter();
        try
        {
            context.departures().sweep();
            final long[][] all = exchange.run(SplitEncoder.TEMPLATE_ID, color, key, context.streamIds().next());
            final int streamId = (int) Arrays.stream(all).mapToLong((rank) -> rank[STREAM_ID]).max().orElse(1);
            if (streamId > StreamIds.MAX)
            {
                throw new InvalidCommunicatorException("all " + StreamIds.MAX + " sub-communicator ids are used up");
            }
            context.streamIds().usedUpTo(streamId);
            final Transport transport = color < 0 ? null : open(streamId, members(all, color));
            exchange.barrier(SplitEncoder.TEMPLATE_ID);
            return null == transport ? null : communicator(transport, streamId, members(all, color));
        }
        finally
        {
            driver.leave();
        }
    }

    private static int[] members(final long[][] all, final int color)
    {
        return IntStream.range(0, all.length)
            .filter((rank) -> all[rank][COLOR] == color)
            .boxed()
            .sorted(Comparator.comparingLong((Integer rank) -> all[rank][KEY]))
            .mapToInt(Integer::intValue)
            .toArray();
    }

    private Transport open(final int streamId, final int[] members)
    {
        if (1 == members.length)
        {
            return new SoloTransport();
        }
        if (null == context.fabric())
        {
            throw new InvalidCommunicatorException("this communicator cannot be split: it has no fabric");
        }
        final Transport transport = context.fabric().open(streamId, worldRanks(members));
        final long startNs = context.nanoClock().nanoTime();
        while (!transport.isReady())
        {
            driver.idle();
            transport.doWork();
            if (context.nanoClock().nanoTime() - startNs > context.timeoutNs())
            {
                transport.close();
                throw driver.poisoned(new CollectiveFailedException(
                    Reason.TIMEOUT,
                    "split: the streams of " + members.length + " ranks did not connect within " +
                    context.timeoutNs() / 1_000_000 + " ms"));
            }
        }
        return transport;
    }

    private int[] worldRanks(final int[] members)
    {
        return Arrays.stream(members).map((member) -> context.worldRanks()[member]).toArray();
    }

    private Communicator communicator(final Transport transport, final int streamId, final int[] members)
    {
        return new TransportCommunicator(new CommunicatorContext()
            .sharing(context)
            .transport(transport)
            .worldRanks(worldRanks(members))
            .communicatorId(streamId));
    }
}
