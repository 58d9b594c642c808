package io.cobre.engine.launch;

import io.cobre.engine.CollectiveFailedException;
import io.cobre.engine.Communicator;
import io.cobre.engine.local.InProcessGroup;

/**
 * What a thread has as a rank. Used on this thread; {@link #check()} on any.
 */
public final class ThreadRank
{
    private final int rank;
    private final InProcessGroup group;
    private final ProgressDispatcher progress;

    ThreadRank(final int rank, final InProcessGroup group, final ProgressDispatcher progress)
    {
        this.rank = rank;
        this.group = group;
        this.progress = progress;
    }

    /**
     * This thread's number in the group.
     *
     * @return 0..size-1.
     */
    public int rank()
    {
        return rank;
    }

    /**
     * The communicator of all ranks; the launcher closes it.
     *
     * @return the same object on every call.
     */
    public Communicator communicator()
    {
        return group.communicator(rank);
    }

    /**
     * Tell of progress: on the one thread that hears all ranks, in order for this rank. When it is too slow, older
     * events of a rank are dropped, never its last.
     *
     * @param event what to do there; what it throws ends the group and is thrown by the launcher.
     */
    public void progress(final Runnable event)
    {
        progress.deliver(rank, event);
    }

    /**
     * Say something on the thread of {@link #progress} that is not dropped.
     *
     * @param event what to do there.
     */
    public void tell(final Runnable event)
    {
        progress.call((listener) -> event.run());
    }

    /**
     * Go on only if the group does; also a sign of life. To be called between pieces of work that last.
     *
     * @throws CollectiveFailedException of reason Aborted when another rank failed or the group was cancelled.
     */
    public void check()
    {
        group.check(rank);
    }
}
