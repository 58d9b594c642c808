package io.cobre.engine.collective;

import io.cobre.engine.BackendKind;
import io.cobre.engine.spi.Fabric;
import io.cobre.engine.spi.GroupMonitor;
import io.cobre.engine.spi.Transport;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.NanoClock;
import org.agrona.concurrent.SystemNanoClock;

/**
 * What a communicator is made of. Whoever connects a rank (the control plane, an in-JVM group) fills it in once the
 * transport is ready and all ranks have been told to go.
 */
public final class CommunicatorContext
{
    /** Silence after which a collective gives up. */
    public static final long TIMEOUT_DEFAULT_NS = TimeUnit.SECONDS.toNanos(60);

    private static final int MANY_SPINS = 20_000;
    private static final int FEW_SPINS = 20;
    private static final int LOOKS = 20;
    private static final int YIELDS = 2_000;
    private static final int SHORT_YIELDS = 300;
    private static final long MIN_PARK_NS = 1_000;
    private static final long MAX_PARK_NS = 100_000;
    private static final Runnable NOTHING = () ->
    {
    };

    private Transport transport;
    private Fabric fabric;
    private GroupMonitor monitor;
    private BackendKind backend;
    private int[] worldRanks;
    private int communicatorId;
    private IdleStrategy idleStrategy;
    private int looks = -1;
    private NanoClock nanoClock = SystemNanoClock.INSTANCE;
    private long timeoutNs = TIMEOUT_DEFAULT_NS;
    private Runnable onClose = NOTHING;
    private StreamIds streamIds = new StreamIds();
    private Departures departures = new Departures();
    private SharedBuffers sharedBuffers;

    /**
     * The streams of this communicator.
     *
     * @param value ready, required.
     * @return this.
     */
    public CommunicatorContext transport(final Transport value)
    {
        transport = value;
        return this;
    }

    /**
     * The streams of this communicator.
     *
     * @return as set.
     */
    public Transport transport()
    {
        return transport;
    }

    /**
     * Opens the streams of sub-communicators.
     *
     * @param value null if no sub-communicator can be made.
     * @return this.
     */
    public CommunicatorContext fabric(final Fabric value)
    {
        fabric = value;
        return this;
    }

    /**
     * Opens the streams of sub-communicators.
     *
     * @return as set, may be null.
     */
    public Fabric fabric()
    {
        return fabric;
    }

    /**
     * Failure of the group, progress of the ranks.
     *
     * @param value required.
     * @return this.
     */
    public CommunicatorContext monitor(final GroupMonitor value)
    {
        monitor = value;
        return this;
    }

    /**
     * Failure of the group, progress of the ranks.
     *
     * @return as set.
     */
    public GroupMonitor monitor()
    {
        return monitor;
    }

    /**
     * The backend that users see.
     *
     * @param value not AUTO, required.
     * @return this.
     */
    public CommunicatorContext backend(final BackendKind value)
    {
        backend = value;
        return this;
    }

    /**
     * The backend that users see.
     *
     * @return as set.
     */
    public BackendKind backend()
    {
        return backend;
    }

    /**
     * World ranks of the members, for the monitor and for messages.
     *
     * @param value by rank in this communicator; 0..size-1 if never set.
     * @return this.
     */
    public CommunicatorContext worldRanks(final int... value)
    {
        worldRanks = value.clone();
        return this;
    }

    /**
     * World ranks of the members.
     *
     * @return by rank in this communicator.
     */
    public int[] worldRanks()
    {
        return worldRanks;
    }

    /**
     * Number on the wire.
     *
     * @param value 0 for the group of all ranks.
     * @return this.
     */
    public CommunicatorContext communicatorId(final int value)
    {
        communicatorId = value;
        return this;
    }

    /**
     * Number on the wire.
     *
     * @return as set.
     */
    public int communicatorId()
    {
        return communicatorId;
    }

    /**
     * How blocking calls wait.
     *
     * @param value used by one thread; spin, yield, park if never set.
     * @return this.
     */
    public CommunicatorContext idleStrategy(final IdleStrategy value)
    {
        idleStrategy = value;
        return this;
    }

    /**
     * How blocking calls wait.
     *
     * @return as set or chosen.
     */
    public IdleStrategy idleStrategy()
    {
        return idleStrategy;
    }

    /**
     * How often blocking calls look for a peer's frame before each turn of the idle strategy.
     *
     * @param value {@link #looksFor(int, int)} the cores of this machine if never set.
     * @return this.
     */
    public CommunicatorContext looks(final int value)
    {
        looks = value;
        return this;
    }

    /**
     * How often blocking calls look for a peer's frame before each turn of the idle strategy.
     *
     * @return as set or chosen, 0 for not at all.
     */
    public int looks()
    {
        return looks;
    }

    /**
     * Clock of the deadlines.
     *
     * @param value the system's if never set.
     * @return this.
     */
    public CommunicatorContext nanoClock(final NanoClock value)
    {
        nanoClock = value;
        return this;
    }

    /**
     * Clock of the deadlines.
     *
     * @return as set.
     */
    public NanoClock nanoClock()
    {
        return nanoClock;
    }

    /**
     * Silence of a missing rank after which a collective gives up.
     *
     * @param value {@link #TIMEOUT_DEFAULT_NS} if never set.
     * @return this.
     */
    public CommunicatorContext timeoutNs(final long value)
    {
        timeoutNs = value;
        return this;
    }

    /**
     * Silence of a missing rank after which a collective gives up.
     *
     * @return as set.
     */
    public long timeoutNs()
    {
        return timeoutNs;
    }

    /**
     * Runs once in close, after the end of the own stream has been published and before the transport is closed: the
     * place to take leave of the coordinator and to drive the fabric until everybody has.
     *
     * @param value nothing if never set.
     * @return this.
     */
    public CommunicatorContext onClose(final Runnable value)
    {
        onClose = value;
        return this;
    }

    /**
     * Runs once in close.
     *
     * @return as set.
     */
    public Runnable onClose()
    {
        return onClose;
    }

    /**
     * Share with a sub-communicator what there is once for a rank.
     */
    CommunicatorContext sharing(final CommunicatorContext parent)
    {
        fabric = parent.fabric;
        monitor = parent.monitor;
        backend = parent.backend;
        idleStrategy = parent.idleStrategy;
        looks = parent.looks;
        nanoClock = parent.nanoClock;
        timeoutNs = parent.timeoutNs;
        streamIds = parent.streamIds;
        departures = parent.departures;
        sharedBuffers = parent.sharedBuffers;
        return this;
    }

    Departures departures()
    {
        return departures;
    }

    /**
     * Buffers that peers can read.
     *
     * @return null where memory cannot be shared.
     */
    SharedBuffers sharedBuffers()
    {
        return sharedBuffers;
    }

    StreamIds streamIds()
    {
        return streamIds;
    }

    /**
     * Check and fill in defaults.
     *
     * @return this.
     */
    public CommunicatorContext conclude()
    {
        Objects.requireNonNull(transport, "transport");
        Objects.requireNonNull(monitor, "monitor");
        Objects.requireNonNull(backend, "backend");
        if (null == worldRanks)
        {
            worldRanks = java.util.stream.IntStream.range(0, transport.size()).toArray();
        }
        if (worldRanks.length != transport.size())
        {
            throw new IllegalArgumentException(
                worldRanks.length + " world ranks for a transport of " + transport.size());
        }
        if (null == idleStrategy)
        {
            idleStrategy = idleStrategyFor(transport.size());
        }
        if (looks < 0)
        {
            looks = looksFor(transport.size(), Runtime.getRuntime().availableProcessors());
        }
        if (null == sharedBuffers && null != fabric && fabric.isMemoryShared())
        {
            sharedBuffers = new SharedBuffers(fabric, worldRanks[transport.rank()], looks > 0);
        }
        return this;
    }

    /**
     * Spin long only where every rank has a core, then yield for about a millisecond, then park. Where ranks share
     * cores, yield at once and park sooner.
     *
     * @param ranks waiting on this machine.
     * @return a new strategy.
     */
    public static IdleStrategy idleStrategyFor(final int ranks)
    {
        return idleStrategyFor(ranks, Runtime.getRuntime().availableProcessors());
    }

    /**
     * As {@link #idleStrategyFor(int)} for a number of cores.
     *
     * @param ranks waiting on this machine.
     * @param cores that they have.
     * @return a new strategy.
     */
    public static IdleStrategy idleStrategyFor(final int ranks, final int cores)
    {
        if (ranks > cores)
        {
            // whoever waits must leave its core to a rank that has work
            return new YieldThenPark(SHORT_YIELDS, MIN_PARK_NS, MAX_PARK_NS);
        }
        return new BackoffIdleStrategy(ranks < cores ? MANY_SPINS : FEW_SPINS, YIELDS, MIN_PARK_NS, MAX_PARK_NS);
    }

    /**
     * Look out some times where every rank has a core. Otherwise another rank has to get the core for a frame to come.
     *
     * @param ranks waiting on this machine.
     * @param cores that they have.
     * @return looks before each turn of the idle strategy.
     */
    public static int looksFor(final int ranks, final int cores)
    {
        return ranks > cores ? 0 : LOOKS;
    }
}
