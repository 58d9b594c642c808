package io.cobre.comm.aeron;

import io.cobre.engine.InvalidCommunicatorException;

/**
 * Who takes part in the streams of a communicator, seen from one rank.
 */
final class StreamPlan
{
    private final long runId;
    private final int streamId;
    private final int[] members;
    private final int rank;

    StreamPlan(final long runId, final int streamId, final int[] members, final int worldRank)
    {
        this.runId = runId;
        this.streamId = streamId;
        this.members = members;
        this.rank = indexOf(members, worldRank);
        if (rank < 0)
        {
            throw new InvalidCommunicatorException(
                "rank " + worldRank + " is not a member of communicator " + streamId);
        }
    }

    int rank()
    {
        return rank;
    }

    int size()
    {
        return members.length;
    }

    int worldRank(final int member)
    {
        return members[member];
    }

    /**
     * Whether this is the group of all ranks, whose streams carry most of the traffic.
     */
    boolean isWorld()
    {
        return 0 == streamId;
    }

    int communicator()
    {
        return streamId;
    }

    /**
     * Stream id for Aeron, where 0 is reserved.
     *
     * @return above 0.
     */
    int aeronStreamId()
    {
        return streamId + 1;
    }

    int sessionId(final int member)
    {
        return SessionIds.sessionId(runId, streamId, members[member]);
    }

    private static int indexOf(final int[] values, final int value)
    {
        for (int i = 0; i < values.length; i++)
        {
            if (values[i] == value)
            {
                return i;
            }
        }
        return -1;
    }
}
