package io.cobre.engine.collective;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Every rank publishes a head and waits for all the others.
 */
final class BarrierOperation extends Operation
{
    BarrierOperation(final Seat seat)
    {
        super(seat);
    }

    BarrierOperation begin(final int template)
    {
        signature.uniform(template, null, null, 0, 0);
        contribute(0);
        setRound(0);
        return this;
    }

    @Override
    void onStart()
    {
    }

    @Override
    void fill(final MutableDirectBuffer frame, final int offset, final int position, final int length)
    {
    }

    @Override
    boolean awaits(final int peer)
    {
        return true;
    }

    @Override
    int expectedBytes(final int peer)
    {
        return 0;
    }

    @Override
    void onPayload(
        final int peer, final int position, final DirectBuffer buffer, final int offset, final int length)
    {
    }
}
