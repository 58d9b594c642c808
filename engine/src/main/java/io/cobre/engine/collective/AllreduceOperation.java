package io.cobre.engine.collective;

import io.cobre.codecs.collective.AllreduceEncoder;
import io.cobre.engine.ElementType;
import io.cobre.engine.ReduceOp;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Every rank folds the whole vector, or a part of it each where long vectors and results lie in buffers that all ranks
 * can read, or have been copied to such. Whether they do, the heads tell before anything else is done.
 * <pre>
 *   rank r                                             every other rank
 *     | head(phase 0): places of vector and result       |
 *     |=================================================>|  with the last head all know
 *     |                                                  |
 *     | either chunks (phase 1)                          |
 *     |=================================================>|  folds them
 *     |                                                  |
 *     | or, the own part folded, a head (phase 2)        |
 *     |=================================================>|  copies that part
 *     | then, all parts copied, a head (phase 3, last)   |
 *     |=================================================>|  may change its result
 * </pre>
 */
final class AllreduceOperation extends FoldOperation
{
    private static final String NAME = "allreduce";

    private final PartwiseFold partwise;
    private boolean isPartPublished;
    private boolean isReleased;

    AllreduceOperation(final Seat seat)
    {
        super(seat);
        partwise = canShare() ? new PartwiseFold(seat, fold) : null;
    }

    AllreduceOperation begin(
        final DirectBuffer send,
        final int sendOffset,
        final MutableDirectBuffer recv,
        final int recvOffset,
        final int count,
        final ElementType type,
        final ReduceOp op)
    {
        checks.reduction(NAME, count, type, op);
        checks.range(NAME, "send", send, sendOffset, count, type);
        checks.range(NAME, "recv", recv, recvOffset, count, type);
        checks.sameOrApart(NAME, send, sendOffset, recv, recvOffset, (long) count * type.size());
        bytes = count * type.size();
        signature.uniform(AllreduceEncoder.TEMPLATE_ID, type, op, 0, count);
        fold.set(send, sendOffset, bytes, recv, recvOffset, 0, bytes, type, op);
        contribute(bytes);
        setLong(bytes > LONGEST_EAGER && null != partwise);
        setRound(bytes);
        if (isLong())
        {
            partwise.set(bytes);
        }
        return this;
    }

    @Override
    void onStart()
    {
        super.onStart();
        isPartPublished = false;
        isReleased = false;
        if (isLong())
        {
            partwise.reset();
        }
    }

    private boolean isPartwise()
    {
        return partwise.hasAllHeads() && partwise.isAgreed();
    }

    @Override
    boolean publishLong(final CollectivePublisher publisher)
    {
        if (!isHeadPublished())
        {
            return partwise.isPlaced() && publishPlaces(publisher, partwise.ownVector(), partwise.ownResult(), false);
        }
        if (!partwise.hasAllHeads())
        {
            return false;
        }
        return isPartwise() ? publishPhase(publisher) : publishChunk(publisher, true);
    }

    private boolean publishPhase(final CollectivePublisher publisher)
    {
        if (!isPartPublished)
        {
            isPartPublished = partwise.isFolded() &&
                publisher.publishSignal(this, CollectivePublisher.PHASE_PART, false);
            return isPartPublished;
        }
        isReleased = partwise.isCopied() && publisher.publishSignal(this, CollectivePublisher.PHASE_RELEASE, true);
        return isReleased;
    }

    @Override
    boolean isLongPublished()
    {
        return isPartwise() ? isReleased : partwise.hasAllHeads() && isContributed();
    }

    @Override
    boolean isHeldUp()
    {
        return isLong() && isHeadPublished() &&
            (!partwise.hasAllHeads() || partwise.isAgreed() && isPartPublished && !partwise.isCopied());
    }

    @Override
    boolean owes(final int peer)
    {
        return peer != rank && !(partwise.hasAllHeads() ? partwise.hasPart(peer) : partwise.hasHead(peer));
    }

    @Override
    boolean accepts(final int peer)
    {
        if (!isLong())
        {
            return super.accepts(peer);
        }
        return partwise.hasAllHeads() ?
            partwise.isAgreed() || super.accepts(peer) : !partwise.hasHead(peer);
    }

    @Override
    boolean onPlaces(final int peer, final CollectiveAdapter frame)
    {
        return isLong() && partwise.onHead(peer, frame);
    }

    @Override
    void onSignal(final int peer, final int phase)
    {
        if (CollectivePublisher.PHASE_PART == phase)
        {
            partwise.onPart(peer);
        }
    }

    @Override
    int advanceLong()
    {
        if (!partwise.isPlaced())
        {
            return partwise.place();
        }
        return isPartwise() ? partwise.advance() : 0;
    }
}
