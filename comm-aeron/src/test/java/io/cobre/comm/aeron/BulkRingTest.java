package io.cobre.comm.aeron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkRingTest
{
    private static final int READERS = 3;
    private static final int WRITER = 1;
    private static final int CAPACITY = 64 * 1024;
    private static final int PAGE = 4096;
    private static final int QUARTER = CAPACITY / 4;

    @TempDir
    private Path directory;

    private BulkRing ring;
    private BulkWriter writer;

    @BeforeEach
    void makeRing()
    {
        ring = new BulkRing(
            new RegionDirectory(directory).create("ring", BulkRing.bytes(READERS, CAPACITY)), READERS, CAPACITY);
        writer = new BulkWriter(ring, WRITER);
    }

    @Test
    void shouldTakeNothingBeforeAllReadersHaveJoined()
    {
        ring.join(0);
        assertFalse(ring.isJoined(WRITER));
        ring.join(2);
        assertTrue(ring.isJoined(WRITER));
    }

    @Test
    void shouldWaitForSlowestReader()
    {
        joinAll();
        for (int i = 0; i < 4; i++)
        {
            publish(QUARTER);
        }
        assertFalse(writer.reserve(64));
        ring.release(0, 2L * QUARTER);
        assertFalse(writer.reserve(64));
        ring.release(2, QUARTER);
        assertTrue(writer.reserve(QUARTER));
        assertFalse(writer.reserve(QUARTER + 1));
    }

    @Test
    void shouldKeepFrameInOnePieceAtTheEnd()
    {
        joinAll();
        final int odd = QUARTER + 64;
        final int first = publish(odd);
        publish(odd);
        publish(odd);
        final long end = 3L * BulkRing.aligned(odd);
        ring.release(0, end);
        ring.release(2, end);
        assertTrue(writer.reserve(odd));
        assertEquals(CAPACITY, writer.start());
        assertEquals(first, writer.offset());
    }

    @Test
    void shouldGiveSameSpaceUntilCommitted()
    {
        joinAll();
        assertTrue(writer.reserve(100));
        final int offset = writer.offset();
        assertTrue(writer.reserve(5000));
        assertEquals(offset, writer.offset());
        writer.commit();
        assertTrue(writer.reserve(100));
        assertNotEquals(offset, writer.offset());
    }

    @Test
    void shouldPrepareTheNextFrameWhereNobodyReads()
    {
        joinAll();
        final int length = 1024;
        final int next = ring.offsetOf(PAGE);
        ring.buffer().setMemory(ring.offsetOf(0), CAPACITY, (byte) -1);
        publish(length);
        writer.prepareNext();
        assertEquals(-1, ring.buffer().getInt(next - 64));
        assertEquals(0, ring.buffer().getInt(next));
        assertEquals(0, ring.buffer().getInt(next + length - 64));
        assertEquals(-1, ring.buffer().getInt(next + length));
    }

    @Test
    void shouldNotPrepareWhatReadersHold()
    {
        joinAll();
        final int length = 1024;
        ring.buffer().setMemory(ring.offsetOf(0), CAPACITY, (byte) -1);
        for (int i = 0; i < CAPACITY / PAGE; i++)
        {
            publish(length);
        }
        writer.prepareNext();
        assertEquals(-1, ring.buffer().getInt(ring.offsetOf(0)));
        assertEquals(-1, ring.buffer().getInt(ring.offsetOf(CAPACITY)));
    }

    @Test
    void shouldBeginEachFrameOnAPage()
    {
        joinAll();
        for (final int length : new int[]{1, PAGE, PAGE + 1, 64})
        {
            assertEquals(0, publish(length) % PAGE);
        }
        assertTrue(writer.reserve(1));
        assertEquals(5 * PAGE, writer.start());
    }

    private void joinAll()
    {
        ring.join(0);
        ring.join(2);
    }

    private int publish(final int length)
    {
        assertTrue(writer.reserve(length));
        final int offset = writer.offset();
        writer.commit();
        return offset;
    }
}
