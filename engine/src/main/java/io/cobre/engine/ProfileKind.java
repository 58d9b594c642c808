package io.cobre.engine;

import java.util.List;

/**
 * What kind of machine the settings of a group are made for. API, command line, help and environment accept exactly
 * these ids, case-sensitively. Results never depend on it.
 */
public enum ProfileKind
{
    /** Choose by what the machine offers: laptop, container or network, never pinned. */
    AUTO("auto"),
    /** A machine that others use, too. */
    LAPTOP("laptop"),
    /** Limited processor time and little shared memory: whoever waits yields early, logs are short. */
    CONTAINER("container"),
    /** Cores for this group alone: each rank is bound to its own. */
    PINNED("pinned"),
    /** Ranks on a fast network: long logs and windows, large socket buffers. */
    NETWORK("network");

    private final String id;

    ProfileKind(final String id)
    {
        this.id = id;
    }

    /**
     * The name in options, environment and JSON.
     *
     * @return in lower case.
     */
    public String id()
    {
        return id;
    }

    /**
     * All ids in the order of declaration.
     *
     * @return {@code auto, laptop, container, pinned, network}.
     */
    public static List<String> ids()
    {
        return Ids.all(values(), ProfileKind::id);
    }

    /**
     * Look an id up.
     *
     * @param id one of {@link #ids()}.
     * @return the kind.
     * @throws CobreException of kind IncompatibleSettings with {@code requested} and {@code available}.
     */
    public static ProfileKind of(final String id)
    {
        return Ids.find("profile", values(), ProfileKind::id, id);
    }

    @Override
    public String toString()
    {
        return id;
    }
}
