package io.cobre.engine.launch;

import io.cobre.engine.BackendKind;
import io.cobre.engine.collective.IdleTransport;
import io.cobre.engine.spi.Backend;
import io.cobre.engine.spi.Fabric;
import io.cobre.engine.spi.FrameClaim;
import io.cobre.engine.spi.GroupSpec;
import io.cobre.engine.spi.HostedGroup;
import io.cobre.engine.spi.Transport;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

import java.util.List;

/**
 * A backend on which nothing ever arrives: every collective waits until the control plane ends the wait.
 */
final class SilentBackend implements Backend
{
    @Override
    public BackendKind kind()
    {
        return BackendKind.SHM;
    }

    @Override
    public GroupSpec preflight(final GroupSpec group)
    {
        return group;
    }

    @Override
    public HostedGroup host(final GroupSpec group)
    {
        return () ->
        {
        };
    }

    @Override
    public Fabric attach(final GroupSpec group, final int rank)
    {
        return new SilentFabric(rank);
    }

    /**
     * Attachment to nothing.
     *
     * @param rank whose.
     */
    private record SilentFabric(int rank) implements Fabric
    {
        @Override
        public byte[] address()
        {
            return new byte[]{(byte) rank};
        }

        @Override
        public void peers(final List<byte[]> addresses)
        {
            for (int peer = 0; peer < addresses.size(); peer++)
            {
                if (addresses.get(peer)[0] != peer)
                {
                    throw new IllegalStateException("address of rank " + peer + " is " + addresses.get(peer)[0]);
                }
            }
        }

        @Override
        public Transport open(final int streamId, final int[] members)
        {
            return new SilentTransport(rank, members.length);
        }

        @Override
        public int doWork()
        {
            return 0;
        }

        @Override
        public void close()
        {
        }
    }

    /**
     * Takes every frame and delivers none.
     */
    private static final class SilentTransport extends IdleTransport
    {
        private SilentTransport(final int rank, final int size)
        {
            super(rank, size, 4096);
        }

        @Override
        public FrameClaim tryClaim(final int length)
        {
            return new LostFrame(new UnsafeBuffer(new byte[length]), 0, length);
        }
    }

    /**
     * A frame that goes nowhere.
     *
     * @param buffer where to write.
     * @param offset of the frame.
     * @param length of the frame.
     */
    private record LostFrame(MutableDirectBuffer buffer, int offset, int length) implements FrameClaim
    {
        @Override
        public void commit()
        {
        }

        @Override
        public void abort()
        {
        }
    }
}
