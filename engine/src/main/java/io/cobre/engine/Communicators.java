package io.cobre.engine;

import io.cobre.engine.local.InProcessGroup;

/**
 * Where communicators come from.
 */
public final class Communicators
{
    private Communicators()
    {
    }

    /**
     * The group of one: every collective is validated as in a larger group and ends at once.
     *
     * @return a communicator of size 1, backend {@link BackendKind#LOCAL}.
     */
    public static Communicator local()
    {
        return InProcessGroup.solo();
    }

    /**
     * Ranks that are threads of this JVM.
     *
     * @param size number of ranks.
     * @return the group; hand each communicator to its thread.
     */
    public static InProcessGroup inProcess(final int size)
    {
        return InProcessGroup.create(size);
    }
}
