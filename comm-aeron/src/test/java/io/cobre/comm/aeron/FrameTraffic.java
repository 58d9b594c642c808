package io.cobre.comm.aeron;

import io.cobre.engine.spi.FrameClaim;
import io.cobre.engine.spi.FrameHandler;
import io.cobre.engine.spi.Transport;
import java.util.SplittableRandom;
import org.agrona.DirectBuffer;

/**
 * Publishes frames of seeded lengths and content on one transport, and checks those of all peers as they come.
 */
final class FrameTraffic
{
    private static final int MIN_LENGTH = 16;

    private final Transport transport;
    private final int frames;
    private final int maxLength;
    private final SplittableRandom own;
    private final SplittableRandom[] expected;
    private final int[] received;
    private int sent;
    private int nextLength;
    private int peer;
    private final FrameHandler handler = this::onFrame;

    FrameTraffic(final Transport transport, final long seed, final int frames, final int maxLength)
    {
        this.transport = transport;
        this.frames = frames;
        this.maxLength = Math.min(maxLength, transport.maxFrameLength());
        own = new SplittableRandom(seed + transport.rank());
        expected = new SplittableRandom[transport.size()];
        received = new int[transport.size()];
        for (int i = 0; i < expected.length; i++)
        {
            expected[i] = new SplittableRandom(seed + i);
        }
        nextLength = length(own);
    }

    void exchange()
    {
        while (!isComplete())
        {
            work();
        }
    }

    boolean isComplete()
    {
        if (sent < frames)
        {
            return false;
        }
        for (int i = 0; i < received.length; i++)
        {
            if (i != transport.rank() && received[i] < frames)
            {
                return false;
            }
        }
        return true;
    }

    int work()
    {
        int work = publish() ? 1 : 0;
        for (peer = 0; peer < received.length; peer++)
        {
            work += peer == transport.rank() ? 0 : transport.poll(peer, handler, 10);
        }
        if (0 == work)
        {
            transport.doWork();
            Thread.yield();
        }
        return work;
    }

    private boolean publish()
    {
        final FrameClaim claim = sent < frames ? transport.tryClaim(nextLength) : null;
        if (null == claim)
        {
            return false;
        }
        claim.buffer().putInt(claim.offset(), sent);
        claim.buffer().putInt(claim.offset() + 4, transport.rank());
        claim.buffer().putLong(claim.offset() + claim.length() - 8, ~sent);
        claim.commit();
        sent++;
        nextLength = length(own);
        return true;
    }

    private FrameHandler.Action onFrame(final DirectBuffer buffer, final int offset, final int length)
    {
        final int number = received[peer]++;
        if (length != length(expected[peer]) || buffer.getInt(offset) != number ||
            buffer.getInt(offset + 4) != peer || buffer.getLong(offset + length - 8) != ~number)
        {
            throw new AssertionError("frame " + number + " of rank " + peer + " is not the one that was sent");
        }
        return FrameHandler.Action.CONTINUE;
    }

    private int length(final SplittableRandom random)
    {
        return maxLength <= MIN_LENGTH ? MIN_LENGTH : random.nextInt(MIN_LENGTH, maxLength + 1);
    }
}
