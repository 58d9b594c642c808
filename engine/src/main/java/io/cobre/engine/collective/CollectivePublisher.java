package io.cobre.engine.collective;

import io.cobre.codecs.collective.FinEncoder;
import io.cobre.codecs.collective.HeadEncoder;
import io.cobre.codecs.collective.MessageHeaderEncoder;
import io.cobre.engine.spi.FrameClaim;
import io.cobre.engine.spi.Transport;
import org.agrona.MutableDirectBuffer;

/**
 * Encodes the frames of the own stream: header, head, payload.
 */
final class CollectivePublisher
{
    static final int FRAME_OVERHEAD = MessageHeaderEncoder.ENCODED_LENGTH + HeadEncoder.ENCODED_LENGTH;
    static final int FLAG_LAST = 1;

    private final Transport transport;
    private final int communicatorId;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final HeadEncoder head = new HeadEncoder();

    CollectivePublisher(final Transport transport, final int communicatorId)
    {
        this.transport = transport;
        this.communicatorId = communicatorId;
    }

    /**
     * Longest payload of one frame; a multiple of the longest element.
     */
    int maxPayload()
    {
        return (transport.maxFrameLength() - FRAME_OVERHEAD) & -Long.BYTES;
    }

    /**
     * Publish one frame of an operation.
     *
     * @return false when back-pressured.
     */
    boolean publish(
        final Operation operation,
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
            final MutableDirectBuffer buffer = claim.buffer();
            final int offset = claim.offset();
            final Signature signature = operation.signature();
            encode(buffer, offset, signature.template(), operation.sequence(), phase, bytes);
            head
                .elementType((short) signature.elementType())
                .reduceOp((short) signature.reduceOp())
                .flags((short) (isLast ? FLAG_LAST : 0))
                .root(signature.root());
            if (payloadLength > 0)
            {
                operation.fill(buffer, offset + FRAME_OVERHEAD, position, payloadLength);
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
        encode(claim.buffer(), claim.offset(), FinEncoder.TEMPLATE_ID, sequence, 0, 0);
        head.elementType((short) 0).reduceOp((short) 0).flags((short) FLAG_LAST).root(0);
        claim.commit();
        return true;
    }

    private void encode(
        final MutableDirectBuffer buffer,
        final int offset,
        final int template,
        final long sequence,
        final int phase,
        final long bytes)
    {
        header
            .wrap(buffer, offset)
            .blockLength(HeadEncoder.ENCODED_LENGTH)
            .templateId(template)
            .schemaId(MessageHeaderEncoder.SCHEMA_ID)
            .version(MessageHeaderEncoder.SCHEMA_VERSION);
        head
            .wrap(buffer, offset + MessageHeaderEncoder.ENCODED_LENGTH)
            .sequence(sequence)
            .communicator(communicatorId)
            .operation((short) template)
            .phase(phase)
            .bytes(bytes);
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
