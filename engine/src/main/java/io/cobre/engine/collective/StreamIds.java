package io.cobre.engine.collective;

/**
 * Next free communicator id of this rank, shared by all its communicators. An id is unique among the communicators of
 * every member; communicators without a common member may bear the same one.
 */
final class StreamIds
{
    static final int MAX = 0xFFFE;

    private int next = 1;

    int next()
    {
        return next;
    }

    void usedUpTo(final int id)
    {
        next = Math.max(next, id + 1);
    }
}
