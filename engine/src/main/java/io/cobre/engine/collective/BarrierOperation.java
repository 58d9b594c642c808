package io.cobre.engine.collective;

import org.agrona.DirectBuffer;

/**
 * Every rank publishes a head and waits for all the others.
 */
final class BarrierOperation extends Operation
{
    BarrierOperation(final int rank, final int size, final int maxPayload)
    {
        super(rank, size, maxPayload);
    }

    BarrierOperation begin(final int template)
    {
        signature.uniform(template, null, null, 0, 0);
        contributeNothing();
        return this;
    }

    @Override
    void onStart()
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
