package io.cobre.comm.aeron;

import io.cobre.engine.spi.RegionMemory;

/**
 * The rings of a communicator as one rank sees them: its own, and its peers' as they appear.
 */
final class BulkRings implements AutoCloseable
{
    private final StreamPlan plan;
    private final RegionDirectory directory;
    private final int capacity;
    private final BulkRing[] rings;
    private final BulkWriter writer;
    private boolean isComplete;

    BulkRings(final StreamPlan plan, final RegionDirectory directory, final int capacity)
    {
        this.plan = plan;
        this.directory = directory;
        this.capacity = capacity;
        rings = new BulkRing[plan.size()];
        rings[plan.rank()] = ring(directory.create(name(plan.rank()), bytes()));
        writer = new BulkWriter(rings[plan.rank()], plan.rank());
    }

    BulkWriter writer()
    {
        return writer;
    }

    BulkRing ring(final int peer)
    {
        return rings[peer];
    }

    /**
     * Map the peers' rings that are there.
     *
     * @return true once all are mapped and all peers have mapped the own one, whose name is removed then.
     */
    boolean poll()
    {
        if (!isComplete && mapPeers() && writer.ring().isJoined(plan.rank()))
        {
            writer.ring().unlink();
            isComplete = true;
        }
        return isComplete;
    }

    @Override
    public void close()
    {
        for (final BulkRing ring : rings)
        {
            if (null != ring)
            {
                ring.close();
            }
        }
    }

    private boolean mapPeers()
    {
        boolean isMapped = true;
        for (int peer = 0; peer < rings.length; peer++)
        {
            if (null == rings[peer])
            {
                final RegionMemory memory = directory.find(name(peer), bytes());
                if (null == memory)
                {
                    isMapped = false;
                    continue;
                }
                rings[peer] = ring(memory);
                rings[peer].join(plan.rank());
            }
        }
        return isMapped;
    }

    private BulkRing ring(final RegionMemory memory)
    {
        return new BulkRing(memory, plan.size(), capacity);
    }

    private long bytes()
    {
        return BulkRing.bytes(plan.size(), capacity);
    }

    private String name(final int member)
    {
        return "ring-" + plan.communicator() + "-" + plan.worldRank(member);
    }
}
