package io.cobre.engine.spi;

import io.cobre.engine.BackendKind;
import java.nio.file.Path;
import java.util.List;

/**
 * A way for ranks to reach each other. Found by {@link java.util.ServiceLoader}.
 */
public interface Backend
{
    /**
     * Which backend this is.
     *
     * @return SHM or TCP.
     */
    BackendKind kind();

    /**
     * Check memory, ports and flags before anything is started.
     *
     * @param group what is wanted.
     * @return the settings that fit this machine: equal to {@code group} or with smaller buffers.
     * @throws io.cobre.engine.BackendException if the group cannot run here, naming both numbers.
     */
    GroupSpec preflight(GroupSpec group);

    /**
     * Start what all ranks of this host share (for shm: the media driver). Called by the launcher or the local leader.
     *
     * @param group as returned by {@link #preflight(GroupSpec)}.
     * @return to be closed after the last rank has ended.
     */
    HostedGroup host(GroupSpec group);

    /**
     * Attach one rank.
     *
     * @param group the same on all ranks.
     * @param rank  which one.
     * @return the attachment; not connected to the peers yet.
     */
    Fabric attach(GroupSpec group, int rank);

    /**
     * What the ranks of a run have counted, for a diagnosis from another process while the run lives or has just died.
     *
     * @param runDirectory of the run.
     * @return what can be found from there, may be empty.
     */
    default List<OperationCount> counts(final Path runDirectory)
    {
        return List.of();
    }
}
