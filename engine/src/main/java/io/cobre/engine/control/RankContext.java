package io.cobre.engine.control;

import io.cobre.engine.BackendKind;
import io.cobre.engine.spi.Backend;
import org.agrona.concurrent.IdleStrategy;

/**
 * Settings of a {@link RankSession}.
 */
public final class RankContext
{
    private RankEnvironment environment;
    private String facts = "";
    private boolean isHaltAllowed;
    private Backend backend;
    private IdleStrategy idleStrategy;

    /**
     * Which rank of which group.
     *
     * @param value this process's environment if never set.
     * @return this.
     */
    public RankContext environment(final RankEnvironment value)
    {
        environment = value;
        return this;
    }

    RankEnvironment environment()
    {
        return environment == null ? RankEnvironment.of(System.getenv(), BackendKind.AUTO) : environment;
    }

    /**
     * What must be equal on all ranks: versions, libraries, fingerprint of the input.
     *
     * @param value text.
     * @return this.
     */
    public RankContext facts(final String value)
    {
        facts = value;
        return this;
    }

    String facts()
    {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch") + ";" + facts;
    }

    /**
     * Whether the process may be halted when it has not left a broken group after 1.5 s, inside a native call for
     * example. Only for processes that exist for this rank alone.
     *
     * @param value false if never set.
     * @return this.
     */
    public RankContext haltAllowed(final boolean value)
    {
        isHaltAllowed = value;
        return this;
    }

    boolean haltAllowed()
    {
        return isHaltAllowed;
    }

    /**
     * The backend to attach to.
     *
     * @param value the one that the class path has for the environment's kind if never set.
     * @return this.
     */
    public RankContext backend(final Backend value)
    {
        backend = value;
        return this;
    }

    Backend backend(final BackendKind kind)
    {
        return backend == null ? Backends.find(kind) : backend;
    }

    /**
     * How blocking collectives wait.
     *
     * @param value spin, yield, park if never set.
     * @return this.
     */
    public RankContext idleStrategy(final IdleStrategy value)
    {
        idleStrategy = value;
        return this;
    }

    IdleStrategy idleStrategy()
    {
        return idleStrategy;
    }
}
