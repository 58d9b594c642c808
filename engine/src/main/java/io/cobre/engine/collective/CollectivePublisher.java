package io.cobre.engine.collective;

import io.cobre.codecs.collective.FinEncoder;
import io.cobre.codecs.collective.HeadEncoder;
import io.cobre.codecs.collective.MessageHeaderEncoder;
import io.cobre.codecs.collective.PlaceEncoder;
import io.cobre.engine.spi.FrameClaim;
import io.cobre.engine.spi.Transport;

/**
 * Encodes the frames of the own stream: header, head, payload.
 */
final class CollectivePublisher
{
    static final int FRAME_OVERHEAD = OwnHeads.LENGTH;
    static final int FLAG_LAST = 1;
    static final int FLAG_PLACES = 2;
    static final int PHASE_DATA = 1;
    static final int PHASE_PART = 2;
    static final int PHASE_RELEASE = 3;

    private final Transport transport;
    private final int communicatorId;
    private final OwnHeads heads;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final HeadEncoder head = new HeadEncoder();
    private final PlaceEncoder place = new PlaceEncoder();

    CollectivePublisher(final Transport transport, final int communicatorId, final OwnHeads heads)
    {
        this.transport = transport;
        this.communicatorId = communicatorId;
        this.heads = heads;
    }

    /**
     * Longest payload of one frame; a multiple of the longest element.
     */
    int maxPayload()
    {
        return (transport.maxFrameLength() - FRAME_OVERHEAD) & -Long.BYTES;
    }

    /**
     * Publish the only frame of an operation that is on record but has not been started.
     *
     * @return false when back-pressured.
     */
    boolean publishRound(final Operation operation, final long sequence)
    {
        return publish(operation, sequence, 0, 0, true, 0, operation.contribution());
    }

    /**
     * Publish one frame of an operation.
     *
     * @param sequence of the operation, which is on record.
     * @param bytes    left, this frame included, in phases after 0.
     * @return false when back-pressured.
     */
    boolean publish(
        final Operation operation,
        final long sequence,
        final int phase,
        final long bytes,
        final boolean isLast,
        final int position,
        final int payloadLength)
    {
        final FrameClaim claim = transport.tryClaim(FRAME_OVERHEAD + payloadLength);
        if (null == claim)
        {
            return false;
        }
        boolean isComplete = false;
        try
        {
            writeHead(claim, sequence, phase, bytes, isLast ? FLAG_LAST : 0);
            if (payloadLength > 0)
            {
                operation.fill(claim.buffer(), claim.offset() + FRAME_OVERHEAD, position, payloadLength);
            }
            isComplete = true;
        }
        finally
        {
            end(claim, isComplete);
        }
        return true;
    }

    /**
     * Publish the head of an operation with one or two places instead of elements.
     *
     * @param second null if there is but one.
     * @param isLast whether nothing of the operation follows.
     * @return false when back-pressured.
     */
    boolean publishPlaces(final Operation operation, final Place first, final Place second, final boolean isLast)
    {
        final int length = (null == second ? 1 : 2) * PlaceEncoder.ENCODED_LENGTH;
        final FrameClaim claim = transport.tryClaim(FRAME_OVERHEAD + length);
        if (null == claim)
        {
            return false;
        }
        writeHead(claim, operation.sequence(), 0, 0, isLast ? FLAG_PLACES | FLAG_LAST : FLAG_PLACES);
        encode(claim, FRAME_OVERHEAD, first);
        if (null != second)
        {
            encode(claim, FRAME_OVERHEAD + PlaceEncoder.ENCODED_LENGTH, second);
        }
        claim.commit();
        return true;
    }

    /**
     * Publish that this rank has reached a later phase of an operation.
     *
     * @return false when back-pressured.
     */
    boolean publishSignal(final Operation operation, final int phase, final boolean isLast)
    {
        final FrameClaim claim = transport.tryClaim(FRAME_OVERHEAD);
        if (null == claim)
        {
            return false;
        }
        writeHead(claim, operation.sequence(), phase, 0, isLast ? FLAG_LAST : 0);
        claim.commit();
        return true;
    }

    /**
     * Publish the last frame of the stream.
     *
     * @return false when back-pressured.
     */
    boolean publishFin(final long sequence)
    {
        final FrameClaim claim = transport.tryClaim(FRAME_OVERHEAD);
        if (null == claim)
        {
            return false;
        }
        header
            .wrap(claim.buffer(), claim.offset())
            .blockLength(HeadEncoder.ENCODED_LENGTH)
            .templateId(FinEncoder.TEMPLATE_ID)
            .schemaId(MessageHeaderEncoder.SCHEMA_ID)
            .version(MessageHeaderEncoder.SCHEMA_VERSION);
        head
            .wrap(claim.buffer(), claim.offset() + MessageHeaderEncoder.ENCODED_LENGTH)
            .sequence(sequence)
            .communicator(communicatorId)
            .operation((short) FinEncoder.TEMPLATE_ID)
            .elementType((short) 0)
            .reduceOp((short) 0)
            .flags((short) FLAG_LAST)
            .root(0)
            .phase(0)
            .bytes(0);
        claim.commit();
        return true;
    }

    private void writeHead(
        final FrameClaim claim, final long sequence, final int phase, final long bytes, final int flags)
    {
        heads.write(sequence, phase, bytes, flags, claim.buffer(), claim.offset());
    }

    private void encode(final FrameClaim claim, final int position, final Place value)
    {
        place
            .wrap(claim.buffer(), claim.offset() + position)
            .owner(value.owner())
            .number(value.number())
            .capacity(value.capacity())
            .position(value.offset());
    }

    private static void end(final FrameClaim claim, final boolean isComplete)
    {
        if (isComplete)
        {
            claim.commit();
        }
        else
        {
            claim.abort();
        }
    }
}
