package io.cobre.engine;

import io.cobre.engine.collective.TransportCommunicator;
import io.cobre.engine.control.RankContext;
import io.cobre.engine.control.RankEnvironment;
import io.cobre.engine.control.RankSession;
import io.cobre.engine.local.InProcessGroup;
import java.util.Map;

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
     * The rank that the environment makes of this process: a launcher's, a scheduler's, or one started by hand (the
     * variables are documented with {@link RankEnvironment}). Returns when all ranks are connected; closing the
     * communicator takes leave of the group.
     *
     * @return the group of one when the environment says nothing.
     * @throws CobreException IncompatibleSettings or OutOfRange naming the variable that is missing or wrong;
     *                        InitializationFailed with backend, operation and detail if the group does not form.
     */
    public static Communicator fromEnvironment()
    {
        return fromEnvironment(System.getenv(), BackendKind.AUTO);
    }

    /**
     * As {@link #fromEnvironment()} with variables and a backend of one's own.
     *
     * @param environment by name.
     * @param backend     asked for, or AUTO to let the variables say.
     * @return as there.
     */
    public static Communicator fromEnvironment(final Map<String, String> environment, final BackendKind backend)
    {
        return RankSession.open(new RankContext().environment(RankEnvironment.of(environment, backend)))
            .communicator();
    }

    /**
     * How many communicators this process has made, whoever asked for them.
     *
     * @return those that have been closed and sub-communicators included; 0 where a process only watches over others.
     */
    public static long created()
    {
        return TransportCommunicator.created();
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
