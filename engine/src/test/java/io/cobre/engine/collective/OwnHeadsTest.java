package io.cobre.engine.collective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.codecs.collective.AllgathervEncoder;
import io.cobre.codecs.collective.AllreduceEncoder;
import io.cobre.codecs.collective.HeadDecoder;
import io.cobre.codecs.collective.MessageHeaderDecoder;
import io.cobre.engine.ElementType;
import io.cobre.engine.ReduceOp;
import io.cobre.engine.spi.FrameHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class OwnHeadsTest
{
    private static final int COMMUNICATOR = 0xCAFE;
    private static final int CAPACITY = 8;
    private static final long SEQUENCE = 0x1_FEDC_BA98L;
    private static final int AT = 16;

    private final OwnHeads heads = new OwnHeads(COMMUNICATOR, CAPACITY);
    private final UnsafeBuffer frame = new UnsafeBuffer(new byte[AT + OwnHeads.LENGTH]);

    @Test
    void shouldWriteWhatTheCodecsRead()
    {
        final Signature signature = new Signature().uniform(
            AllreduceEncoder.TEMPLATE_ID, ElementType.F64, ReduceOp.MAX, 0xBEEF, 77);
        heads.record(SEQUENCE, signature);
        heads.write(SEQUENCE, 0, 0, CollectivePublisher.FLAG_LAST, frame, AT);
        final MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(frame, AT);
        final HeadDecoder head = new HeadDecoder().wrap(frame, AT + MessageHeaderDecoder.ENCODED_LENGTH);
        assertEquals(HeadDecoder.ENCODED_LENGTH, header.blockLength());
        assertEquals(AllreduceEncoder.TEMPLATE_ID, header.templateId());
        assertEquals(MessageHeaderDecoder.SCHEMA_ID, header.schemaId());
        assertEquals(MessageHeaderDecoder.SCHEMA_VERSION, header.version());
        assertEquals(SEQUENCE & 0xFFFF_FFFFL, head.sequence());
        assertEquals(COMMUNICATOR, head.communicator());
        assertEquals(AllreduceEncoder.TEMPLATE_ID, head.operation());
        assertEquals(ElementType.F64.code(), head.elementType());
        assertEquals(ReduceOp.MAX.code(), head.reduceOp());
        assertEquals(CollectivePublisher.FLAG_LAST, head.flags());
        assertEquals(0xBEEF, head.root());
        assertEquals(0, head.phase());
        assertEquals(signature.agreement(), head.bytes());
        assertEquals(CollectivePublisher.FLAG_LAST, OwnHeads.flags(frame, AT));
    }

    @Test
    void shouldTellItsFlags()
    {
        heads.record(SEQUENCE, sum());
        heads.write(SEQUENCE, 0, 0, CollectivePublisher.FLAG_LAST, frame, AT);
        assertTrue(heads.isHead(SEQUENCE, CollectivePublisher.FLAG_LAST, frame, AT));
        assertFalse(heads.isHead(SEQUENCE, 0, frame, AT));
        assertFalse(heads.isHead(SEQUENCE, CollectivePublisher.FLAG_PLACES, frame, AT));
    }

    @Test
    void shouldWriteLaterPhases()
    {
        heads.record(SEQUENCE, sum());
        heads.write(
            SEQUENCE, CollectivePublisher.PHASE_RELEASE, 0x12_3456_789AL, CollectivePublisher.FLAG_LAST, frame, AT);
        final HeadDecoder head = new HeadDecoder().wrap(frame, AT + MessageHeaderDecoder.ENCODED_LENGTH);
        assertEquals(SEQUENCE & 0xFFFF_FFFFL, head.sequence());
        assertEquals(ReduceOp.SUM.code(), head.reduceOp());
        assertEquals(CollectivePublisher.PHASE_RELEASE, head.phase());
        assertEquals(CollectivePublisher.FLAG_LAST, head.flags());
        assertEquals(0x12_3456_789AL, head.bytes());
        assertFalse(heads.isHead(SEQUENCE, frame, AT));
    }

    @Test
    void shouldTellWhatAFrameWithTheOwnHeadIs()
    {
        heads.record(SEQUENCE, sum());
        heads.write(SEQUENCE, 0, 0, CollectivePublisher.FLAG_LAST, frame, AT);
        final CollectiveAdapter adapter = new CollectiveAdapter((decoded) ->
        {
            assertTrue(decoded.hasHead(heads, SEQUENCE));
            assertTrue(decoded.isLast());
            assertEquals(
                "rank 0 expects operation #" + SEQUENCE + " of rank 1, but its stream holds allreduce #" +
                (SEQUENCE & 0xFFFF_FFFFL) + " of communicator " + COMMUNICATOR + " with 0 bytes",
                Failures.foreignFrame(0, 1, decoded, SEQUENCE).getMessage());
            return FrameHandler.Action.BREAK;
        });
        assertEquals(FrameHandler.Action.BREAK, adapter.onFrame(frame, AT, OwnHeads.LENGTH));
    }

    @Test
    void shouldKnowItsHeadWhateverTheFlagsAre()
    {
        heads.record(SEQUENCE, sum());
        for (int flags = 0; flags < 4; flags++)
        {
            heads.write(SEQUENCE, 0, 0, flags, frame, AT);
            assertTrue(heads.isHead(SEQUENCE, frame, AT));
            assertEquals(flags, OwnHeads.flags(frame, AT));
        }
    }

    @Test
    void shouldSeeADifferenceInAnyOtherBit()
    {
        heads.record(SEQUENCE, sum());
        heads.write(SEQUENCE, 0, 0, 0, frame, AT);
        final int flags = MessageHeaderDecoder.ENCODED_LENGTH + HeadDecoder.flagsEncodingOffset();
        for (int bit = 0; bit < OwnHeads.LENGTH * Byte.SIZE; bit++)
        {
            final int at = AT + bit / Byte.SIZE;
            final byte before = frame.getByte(at);
            frame.putByte(at, (byte) (before ^ 1 << bit % Byte.SIZE));
            assertEquals(bit / Byte.SIZE == flags, heads.isHead(SEQUENCE, frame, AT), "bit " + bit);
            frame.putByte(at, before);
        }
    }

    private static Signature sum()
    {
        return new Signature().uniform(AllreduceEncoder.TEMPLATE_ID, ElementType.F64, ReduceOp.SUM, 0, 4);
    }

    @Test
    void shouldLeaveCountsToThePeersWhereTheyVary()
    {
        final Signature mine = new Signature().varying(
            AllgathervEncoder.TEMPLATE_ID, ElementType.I32, null, 0, new int[]{3, 5}, 3);
        final Signature theirs = new Signature().varying(
            AllgathervEncoder.TEMPLATE_ID, ElementType.I32, null, 0, new int[]{3, 5}, 5);
        final Signature others = new Signature().varying(
            AllgathervEncoder.TEMPLATE_ID, ElementType.I32, null, 0, new int[]{3, 6}, 5);
        heads.record(SEQUENCE, mine);
        final OwnHeads peer = new OwnHeads(COMMUNICATOR, CAPACITY);
        peer.record(SEQUENCE, theirs);
        peer.write(SEQUENCE, 0, 0, 0, frame, AT);
        assertTrue(heads.isHead(SEQUENCE, frame, AT));
        peer.record(SEQUENCE, others);
        peer.write(SEQUENCE, 0, 0, 0, frame, AT);
        assertFalse(heads.isHead(SEQUENCE, frame, AT));
    }

    @Test
    void shouldFollowASignatureThatChanges()
    {
        final Signature signature = new Signature();
        heads.record(1, signature.uniform(AllreduceEncoder.TEMPLATE_ID, ElementType.F64, ReduceOp.SUM, 0, 4));
        heads.record(2, signature.uniform(AllreduceEncoder.TEMPLATE_ID, ElementType.F64, ReduceOp.SUM, 0, 5));
        heads.record(3, signature.uniform(AllreduceEncoder.TEMPLATE_ID, ElementType.F64, ReduceOp.MIN, 0, 5));
        heads.record(4, signature.uniform(AllreduceEncoder.TEMPLATE_ID, ElementType.I64, ReduceOp.MIN, 0, 5));
        heads.record(5, signature.uniform(AllreduceEncoder.TEMPLATE_ID, ElementType.I64, ReduceOp.MIN, 1, 5));
        heads.record(6, signature.uniform(AllgathervEncoder.TEMPLATE_ID, ElementType.I64, ReduceOp.MIN, 1, 5));
        heads.record(7, signature.varying(
            AllgathervEncoder.TEMPLATE_ID, ElementType.I64, ReduceOp.MIN, 1, new int[]{2, 5}, 5));
        for (int sequence = 1; sequence < 7; sequence++)
        {
            heads.write(sequence, 0, 0, 0, frame, AT);
            frame.putInt(AT + MessageHeaderDecoder.ENCODED_LENGTH, sequence + 1);
            assertFalse(heads.isHead(sequence + 1, frame, AT), "operation " + sequence);
        }
        assertEquals(4, (int) heads.signature(1).agreement());
        assertEquals(ReduceOp.SUM.code(), heads.signature(2).reduceOp());
        assertEquals(ElementType.F64.code(), heads.signature(3).elementType());
        assertEquals(0, heads.signature(4).root());
        assertEquals(AllreduceEncoder.TEMPLATE_ID, heads.signature(5).template());
        assertTrue(heads.signature(6).isUniform());
        assertFalse(heads.signature(7).isUniform());
    }
}
