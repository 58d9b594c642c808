package io.cobre.comm.aeron;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.cobre.engine.CommException;
import io.cobre.engine.Communicator;
import io.cobre.engine.collective.CommunicatorContext;
import io.cobre.engine.collective.TransportCommunicator;
import io.cobre.engine.local.SharedMonitor;
import io.cobre.engine.spi.Backend;
import io.cobre.engine.spi.Fabric;
import io.cobre.engine.spi.GroupSpec;
import io.cobre.engine.spi.HostedGroup;
import io.cobre.engine.spi.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.agrona.IoUtil;

/**
 * Runs the ranks of a group as threads of this JVM, each with a fabric of its own, in a run directory of its own.
 */
final class StreamGroup implements AutoCloseable
{
    /**
     * What a rank does once all streams of the group are open.
     */
    interface RankBody
    {
        void run(Rank rank) throws Exception;
    }

    private static final long TIMEOUT_NS = TimeUnit.SECONDS.toNanos(30);
    private static final long FAST = 1000;
    private static final Duration DEADLINE = Duration.ofSeconds(120);

    private final Backend backend;
    private final GroupSpec group;
    private final HostedGroup hosted;
    private final CyclicBarrier rendezvous;
    private final List<byte[]> addresses;
    private final SharedMonitor monitor;

    StreamGroup(final Backend backend, final int size, final Map<String, String> settings) throws IOException
    {
        final Path parent = Path.of("/dev/shm");
        final Path directory = Files.isDirectory(parent) ?
            Files.createTempDirectory(parent, "cobre-test-") : Files.createTempDirectory("cobre-test-");
        this.backend = backend;
        group = backend.preflight(new GroupSpec(System.nanoTime(), size, directory, settings));
        hosted = backend.host(group);
        rendezvous = new CyclicBarrier(size);
        monitor = new SharedMonitor(size);
        addresses = new ArrayList<>(Collections.nCopies(size, null));
    }

    StreamGroup(final Backend backend, final int size) throws IOException
    {
        this(backend, size, Map.of());
    }

    GroupSpec spec()
    {
        return group;
    }

    void run(final RankBody body)
    {
        assertTimeoutPreemptively(DEADLINE, () ->
        {
            final ExecutorService threads = Executors.newFixedThreadPool(group.size());
            try
            {
                final ExecutorCompletionService<Void> ranks = new ExecutorCompletionService<>(threads);
                IntStream.range(0, group.size()).forEach((rank) -> ranks.submit(() -> runRank(rank, body)));
                for (int i = 0; i < group.size(); i++)
                {
                    ranks.take().get();
                }
            }
            finally
            {
                threads.shutdownNow();
            }
        });
    }

    private Void runRank(final int rank, final RankBody body) throws Exception
    {
        try (Fabric fabric = backend.attach(group, rank))
        {
            synchronized (addresses)
            {
                addresses.set(rank, fabric.address());
            }
            rendezvous.await();
            fabric.peers(addresses);
            final Rank self = new Rank(rank, fabric);
            self.open(0, IntStream.range(0, group.size()).toArray());
            rendezvous.await();
            body.run(self);
            self.rendezvous();
        }
        return null;
    }

    @Override
    public void close()
    {
        hosted.close();
        final String[] left = group.runDirectory().toFile().list();
        IoUtil.delete(group.runDirectory().toFile(), false);
        if (0 != left.length)
        {
            throw new AssertionError("left behind: " + Arrays.toString(left));
        }
    }

    /**
     * One rank inside a running group.
     */
    final class Rank
    {
        private final int rank;
        private final Fabric fabric;
        private final Map<Integer, Transport> transports = new HashMap<>();

        Rank(final int rank, final Fabric fabric)
        {
            this.rank = rank;
            this.fabric = fabric;
        }

        int rank()
        {
            return rank;
        }

        Transport transport(final int streamId)
        {
            return transports.get(streamId);
        }

        Fabric fabric()
        {
            return fabric;
        }

        Transport open(final int streamId, final int[] members)
        {
            final Transport transport = fabric.open(streamId, members);
            transports.put(streamId, transport);
            while (!transport.isReady())
            {
                fabric.doWork();
                Thread.onSpinWait();
            }
            return transport;
        }

        /**
         * A communicator over the streams of all ranks.
         *
         * @return the fabric closes the streams if nobody closes the communicator.
         */
        Communicator communicator()
        {
            return communicator(TIMEOUT_NS);
        }

        Communicator communicator(final long timeoutNs)
        {
            return new TransportCommunicator(context(timeoutNs, fabric));
        }

        /**
         * Writing to the peers seems dear, so that they read what lies off-heap in the process of its owner; as if
         * every rank had a core.
         */
        Communicator communicatorOfReaders(final Fabric over)
        {
            return new TransportCommunicator(
                context(TIMEOUT_NS * FAST, over).nanoClock(() -> System.nanoTime() * FAST).looks(1));
        }

        private CommunicatorContext context(final long timeoutNs, final Fabric over)
        {
            return new CommunicatorContext()
                .transport(transport(0))
                .fabric(over)
                .monitor(monitor.of(rank))
                .backend(backend.kind())
                .timeoutNs(timeoutNs);
        }

        /**
         * Wait for the other ranks while driving the fabric.
         */
        void rendezvous() throws Exception
        {
            final FutureTask<Integer> all = new FutureTask<>(rendezvous::await);
            new Thread(all, "rendezvous-" + rank).start();
            while (!all.isDone())
            {
                drive();
                Thread.yield();
            }
            all.get();
        }

        private void drive()
        {
            try
            {
                fabric.doWork();
            }
            catch (final CommException withoutDriver)
            {
                Thread.onSpinWait();
            }
        }
    }
}
