package io.cobre.engine;

import java.util.List;

/**
 * How ranks reach each other. API, command line, help and environment accept exactly these ids, case-sensitively.
 */
public enum BackendKind
{
    /** Choose: one rank is local, a coordinator in the environment means tcp, otherwise shm. */
    AUTO("auto"),
    /** Processes of one host over shared memory (Aeron IPC). */
    SHM("shm"),
    /** Processes of one or several hosts over the network (Aeron UDP unicast). */
    TCP("tcp"),
    /** One process, no transport. */
    LOCAL("local");

    private final String id;

    BackendKind(final String id)
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
     * @return {@code auto, shm, tcp, local}.
     */
    public static List<String> ids()
    {
        return Ids.all(values(), BackendKind::id);
    }

    /**
     * Look an id up.
     *
     * @param id one of {@link #ids()}.
     * @return the kind.
     * @throws CobreException of kind IncompatibleSettings with {@code requested} and {@code available}.
     */
    public static BackendKind of(final String id)
    {
        return Ids.find("backend", values(), BackendKind::id, id);
    }

    @Override
    public String toString()
    {
        return id;
    }
}
