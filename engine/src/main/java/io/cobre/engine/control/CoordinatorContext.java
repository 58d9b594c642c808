package io.cobre.engine.control;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Settings of a {@link Coordinator}.
 */
public final class CoordinatorContext
{
    private static final long SHORTEST_SILENCE_NS = TimeUnit.SECONDS.toNanos(10);

    private ControlAddress address;
    private long runId = RandomIds.next();
    private int size;
    private byte[] secret = new byte[0];
    private String facts;
    private Map<String, String> settings = Map.of();
    private long joinTimeoutNs = TimeUnit.SECONDS.toNanos(60);
    private long silenceTimeoutNs = TimeUnit.SECONDS.toNanos(60);
    private CoordinatorListener listener = new CoordinatorListener()
    {
    };

    /**
     * Where to listen; port 0 asks the system for one.
     *
     * @param value of the address.
     * @return this.
     */
    public CoordinatorContext address(final ControlAddress value)
    {
        address = value;
        return this;
    }

    ControlAddress address()
    {
        return Objects.requireNonNull(address, "address");
    }

    /**
     * Identifier of the run.
     *
     * @param value not 0.
     * @return this.
     */
    public CoordinatorContext runId(final long value)
    {
        runId = value;
        return this;
    }

    long runId()
    {
        return runId;
    }

    /**
     * Ranks of the group.
     *
     * @param value at least 1.
     * @return this.
     */
    public CoordinatorContext size(final int value)
    {
        size = value;
        return this;
    }

    int size()
    {
        return size;
    }

    /**
     * What every rank must know.
     *
     * @param value text, may be empty.
     * @return this.
     */
    public CoordinatorContext secret(final String value)
    {
        secret = value.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    byte[] secret()
    {
        return secret;
    }

    /**
     * What must be equal on all ranks.
     *
     * @param value null: as the first rank says.
     * @return this.
     */
    public CoordinatorContext facts(final String value)
    {
        facts = value;
        return this;
    }

    String facts()
    {
        return facts;
    }

    /**
     * Backend settings that every rank uses.
     *
     * @param value by name.
     * @return this.
     */
    public CoordinatorContext settings(final Map<String, String> value)
    {
        settings = new LinkedHashMap<>(value);
        return this;
    }

    Map<String, String> settings()
    {
        return settings;
    }

    /**
     * Time from the start until all ranks must have joined, and again from then until all must be ready.
     *
     * @param value nanoseconds.
     * @return this.
     */
    public CoordinatorContext joinTimeoutNs(final long value)
    {
        joinTimeoutNs = value;
        return this;
    }

    long joinTimeoutNs()
    {
        return joinTimeoutNs;
    }

    /**
     * How long a rank may give no sign of life when others are done already.
     *
     * @param value nanoseconds, more than the interval of heartbeats.
     * @return this.
     */
    public CoordinatorContext silenceTimeoutNs(final long value)
    {
        silenceTimeoutNs = value;
        return this;
    }

    long silenceTimeoutNs()
    {
        return silenceTimeoutNs;
    }

    /**
     * The time for {@link #silenceTimeoutNs(long)} in a group whose collectives wait that long.
     *
     * @param collectiveNs nanoseconds.
     * @return the same, but some heartbeats at least.
     */
    public static long silenceFor(final long collectiveNs)
    {
        return Math.max(collectiveNs, SHORTEST_SILENCE_NS);
    }

    /**
     * Who is told.
     *
     * @param value called on the coordinator's thread.
     * @return this.
     */
    public CoordinatorContext listener(final CoordinatorListener value)
    {
        listener = value;
        return this;
    }

    CoordinatorListener listener()
    {
        return listener;
    }
}
