package io.cobre.engine.collective;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Every rank publishes its whole vector and folds what it wants of all of them.
 */
abstract class FoldOperation extends Operation
{
    /** Own vector, window and state. */
    protected final RankOrderFold fold;
    /** Length of the vector in bytes. */
    protected int bytes;

    FoldOperation(final Seat seat)
    {
        super(seat);
        fold = new RankOrderFold(rank, size, maxPayload);
    }

    @Override
    void onStart()
    {
        if (folds())
        {
            fold.reset();
        }
    }

    @Override
    final void fill(final MutableDirectBuffer frame, final int offset, final int position, final int length)
    {
        Copies.put(frame, offset, fold.own(), position, length);
    }

    @Override
    final boolean awaits(final int peer)
    {
        return true;
    }

    @Override
    boolean accepts(final int peer)
    {
        return !folds() || fold.accepts(peer, publishes(rank) ? published() : bytes);
    }

    @Override
    final int expectedBytes(final int peer)
    {
        return publishes(peer) ? bytes : 0;
    }

    @Override
    final void onPayload(
        final int peer, final int position, final DirectBuffer buffer, final int offset, final int length)
    {
        if (folds())
        {
            fold.onChunk(peer, buffer, offset, length);
        }
    }

    /**
     * Whether this rank gets a result; otherwise it only passes over the others' vectors.
     */
    boolean folds()
    {
        return true;
    }

    /**
     * Whether a rank's vector is needed by anybody else.
     */
    boolean publishes(final int peer)
    {
        return true;
    }
}
