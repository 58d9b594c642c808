package io.cobre.comm.aeron;

/**
 * Session ids, derived so that every rank knows its peers' ids without asking: a base by run and stream, plus the
 * world rank. A fresh run id gives fresh sessions.
 */
final class SessionIds
{
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private SessionIds()
    {
    }

    /**
     * Session of a rank in a stream.
     *
     * @param runId     of the group.
     * @param streamId  communicator id.
     * @param worldRank rank in the group of all ranks.
     * @return the id; distinct for distinct ranks of one stream.
     */
    static int sessionId(final long runId, final int streamId, final int worldRank)
    {
        return (int) (mix(runId + GOLDEN_GAMMA * (streamId + 1L)) >>> 32) + worldRank;
    }

    private static long mix(final long value)
    {
        final long first = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        final long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }
}
