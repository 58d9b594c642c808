package io.cobre.engine.collective;

import io.cobre.codecs.collective.HeadDecoder;
import io.cobre.codecs.collective.MessageHeaderDecoder;
import io.cobre.codecs.collective.PlaceDecoder;
import io.cobre.engine.spi.FrameHandler;
import org.agrona.DirectBuffer;

/**
 * Decodes the frames of a peer's stream. It is itself the decoded frame, valid during the sink's call.
 */
final class CollectiveAdapter implements FrameHandler
{
    private final FrameSink sink;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final HeadDecoder head = new HeadDecoder();
    private final PlaceDecoder place = new PlaceDecoder();
    private DirectBuffer payload;
    private int frameOffset;
    private int frameLength;
    private int payloadOffset;
    private int payloadLength;
    private int phase;
    private int flags;

    CollectiveAdapter(final FrameSink sink)
    {
        this.sink = sink;
    }

    @Override
    public Action onFrame(final DirectBuffer buffer, final int offset, final int length)
    {
        header.wrap(buffer, offset);
        head.wrap(buffer, offset + MessageHeaderDecoder.ENCODED_LENGTH);
        payload = buffer;
        frameOffset = offset;
        frameLength = length;
        return sink.onFrame(this);
    }

    /**
     * Whether this is the first frame of an operation, with the own head. Then nothing else of it has to be decoded.
     */
    boolean hasHead(final OwnHeads heads, final long sequence)
    {
        if (frameLength < OwnHeads.LENGTH || !heads.isHead(sequence, payload, frameOffset))
        {
            return false;
        }
        phase = 0;
        flags = OwnHeads.flags(payload, frameOffset);
        payloadOffset = frameOffset + OwnHeads.LENGTH;
        payloadLength = frameLength - OwnHeads.LENGTH;
        return true;
    }

    /**
     * Decode a frame of any kind.
     *
     * @return false if it is not of this schema.
     */
    boolean decode()
    {
        final int overhead = MessageHeaderDecoder.ENCODED_LENGTH + header.blockLength();
        payloadOffset = frameOffset + overhead;
        payloadLength = frameLength - overhead;
        if (MessageHeaderDecoder.SCHEMA_ID != header.schemaId() || payloadLength < 0)
        {
            return false;
        }
        phase = (int) head.phase();
        flags = head.flags();
        return true;
    }

    int template()
    {
        return header.templateId();
    }

    int communicator()
    {
        return head.communicator();
    }

    int sequence()
    {
        return (int) head.sequence();
    }

    int elementType()
    {
        return head.elementType();
    }

    int reduceOp()
    {
        return head.reduceOp();
    }

    int root()
    {
        return head.root();
    }

    int phase()
    {
        return phase;
    }

    long bytes()
    {
        return head.bytes();
    }

    boolean isLast()
    {
        return 0 != (flags & CollectivePublisher.FLAG_LAST);
    }

    boolean hasPlaces()
    {
        return 0 != (flags & CollectivePublisher.FLAG_PLACES);
    }

    /**
     * Read one of the places in the payload.
     *
     * @param index 0 or 1; there must be so many.
     * @param into  cleared if the payload is too short.
     */
    void place(final int index, final Place into)
    {
        final int position = index * PlaceDecoder.ENCODED_LENGTH;
        if (payloadLength < position + PlaceDecoder.ENCODED_LENGTH)
        {
            into.clear();
            return;
        }
        place.wrap(payload, payloadOffset + position);
        into.set(place.owner(), place.number(), place.capacity(), place.position());
    }

    DirectBuffer payload()
    {
        return payload;
    }

    int payloadOffset()
    {
        return payloadOffset;
    }

    int payloadLength()
    {
        return payloadLength;
    }
}
