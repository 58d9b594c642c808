package io.cobre.engine.control;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Settings of a {@link ControlClient}.
 */
final class ControlClientContext
{
    private ControlAddress address;
    private long runId;
    private int rank;
    private int size;
    private byte[] secret = new byte[0];
    private String facts = "";
    private long connectTimeoutNs = TimeUnit.SECONDS.toNanos(30);
    private long heartbeatIntervalNs = TimeUnit.SECONDS.toNanos(1);
    private StatusFile status;
    private boolean isHaltAllowed;
    private Path orphanDirectory;
    private int hostRank = -1;

    ControlClientContext address(final ControlAddress value)
    {
        address = value;
        return this;
    }

    ControlAddress address()
    {
        return Objects.requireNonNull(address, "address");
    }

    ControlClientContext runId(final long value)
    {
        runId = value;
        return this;
    }

    long runId()
    {
        return runId;
    }

    ControlClientContext rank(final int value)
    {
        rank = value;
        return this;
    }

    int rank()
    {
        return rank;
    }

    ControlClientContext size(final int value)
    {
        size = value;
        return this;
    }

    int size()
    {
        return size;
    }

    ControlClientContext secret(final String value)
    {
        secret = value.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    byte[] secret()
    {
        return secret;
    }

    ControlClientContext facts(final String value)
    {
        facts = value;
        return this;
    }

    String facts()
    {
        return facts;
    }

    /** How long a coordinator may be late; 0 tries once. */
    ControlClientContext connectTimeoutNs(final long value)
    {
        connectTimeoutNs = value;
        return this;
    }

    long connectTimeoutNs()
    {
        return connectTimeoutNs;
    }

    ControlClientContext heartbeatIntervalNs(final long value)
    {
        heartbeatIntervalNs = value;
        return this;
    }

    long heartbeatIntervalNs()
    {
        return heartbeatIntervalNs;
    }

    ControlClientContext status(final StatusFile value)
    {
        status = value;
        return this;
    }

    StatusFile status()
    {
        return Objects.requireNonNull(status, "status");
    }

    /** Whether the process may be halted when it does not leave a broken group: only in spawned workers. */
    ControlClientContext haltAllowed(final boolean value)
    {
        isHaltAllowed = value;
        return this;
    }

    boolean haltAllowed()
    {
        return isHaltAllowed;
    }

    /** Run directory to remove when its owner has died, or null. */
    ControlClientContext orphanDirectory(final Path value)
    {
        orphanDirectory = value;
        return this;
    }

    Path orphanDirectory()
    {
        return orphanDirectory;
    }

    /** Rank that hosts the coordinator, or -1 for a launcher. */
    ControlClientContext hostRank(final int value)
    {
        hostRank = value;
        return this;
    }

    int hostRank()
    {
        return hostRank;
    }
}
