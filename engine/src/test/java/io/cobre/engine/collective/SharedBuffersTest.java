package io.cobre.engine.collective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class SharedBuffersTest
{
    private final MemoryFabric memory = new MemoryFabric();
    private final SharedBuffers writer = new SharedBuffers(memory, 3, true);
    private final SharedBuffers reader = new SharedBuffers(memory, 4, true);
    private final Place place = new Place();

    @Test
    void shouldFindBuffersAndTheirViews()
    {
        writer.allocate(5000);
        final MutableDirectBuffer buffer = writer.allocate(8000);
        assertTrue(writer.find(buffer, 40, place));
        assertEquals(List.of(3, 2, 8000, 40), List.of(place.owner(), place.number(), place.capacity(), place.offset()));
        assertTrue(writer.find(new UnsafeBuffer(buffer, 1000, 100), 8, place));
        assertEquals(1008, place.offset());
    }

    @Test
    void shouldNotTakeForeignMemoryForItsOwn()
    {
        final MutableDirectBuffer buffer = writer.allocate(8000);
        for (final DirectBuffer foreign : List.of(
            new UnsafeBuffer(new byte[8000]),
            new UnsafeBuffer(ByteBuffer.allocateDirect(8000)),
            new UnsafeBuffer(buffer.addressOffset(), 8000),
            reader.allocate(8000)))
        {
            assertFalse(writer.find(foreign, 0, place));
            assertFalse(place.isKnown());
        }
    }

    @Test
    void shouldMapOnceWhatAPeerHasAllocated()
    {
        final MutableDirectBuffer buffer = writer.allocate(8000);
        buffer.putLong(64, 42);
        writer.find(buffer, 64, place);
        final DirectBuffer seen = reader.resolve(place);
        assertEquals(42, seen.getLong(place.offset()));
        assertSame(seen, reader.resolve(place));
        assertEquals(1, memory.mappings);
    }

    @Test
    void shouldLetPeersReadLongContributionsOfOtherDirectBuffersAlone()
    {
        final DirectBuffer direct = new UnsafeBuffer(ByteBuffer.allocateDirect(8192));
        assertTrue(writer.isReadable(direct, 8192));
        assertFalse(writer.isReadable(direct, 8191));
        assertFalse(writer.isReadable(new UnsafeBuffer(new byte[8192]), 8192));
    }

    @Test
    void shouldFindOutOnceWhetherPeersCanBeReadAndNotForShortContributions()
    {
        writer.prepare(8191);
        assertEquals(0, memory.openings);
        writer.prepare(8192);
        writer.prepare(10_000);
        assertEquals(1, memory.openings);
    }

    @Test
    void shouldHaveNothingElseReadWhereRanksShareCores()
    {
        final SharedBuffers crowded = new SharedBuffers(memory, 3, false);
        crowded.prepare(8192);
        assertEquals(0, memory.openings);
        assertFalse(crowded.isReadable(new UnsafeBuffer(ByteBuffer.allocateDirect(8192)), 8192));
    }

    @Test
    void shouldAskLessAndLessOftenWhetherPeersCanReadHere()
    {
        for (int i = 0; i < 1000; i++)
        {
            assertFalse(writer.isReadableByPeers());
        }
        assertEquals(10, memory.questions);
        memory.isReadable = true;
        int more = 1;
        while (!writer.isReadableByPeers())
        {
            more++;
        }
        assertEquals(24, more);
        assertTrue(writer.isReadableByPeers());
        assertEquals(11, memory.questions);
    }

    @Test
    void shouldCopyFromTheProcessOfAPeer()
    {
        final int length = 150_000;
        final MutableDirectBuffer source = new UnsafeBuffer(ByteBuffer.allocateDirect(length + 100));
        for (int i = 0; i < length; i++)
        {
            source.putByte(50 + i, (byte) (i * 31));
        }
        writer.locate(source, 40, place);
        assertTrue(place.isInProcess());
        assertTrue(place.holds(length));
        assertEquals(source.addressOffset() + 40, place.address());
        for (final MutableDirectBuffer target : List.of(
            new UnsafeBuffer(ByteBuffer.allocateDirect(length + 7)), new UnsafeBuffer(new byte[length + 7])))
        {
            reader.copy(place, 10, target, 7, length);
            for (int i = 0; i < length; i++)
            {
                assertEquals((byte) (i * 31), target.getByte(7 + i));
            }
        }
        // a heap buffer is filled in pieces of 64 KiB
        assertEquals(1 + 3, memory.reads);
    }

    @Test
    void shouldCopyFromWhatAPeerHasAllocated()
    {
        final MutableDirectBuffer buffer = writer.allocate(8000);
        buffer.putLong(72, 42);
        writer.find(buffer, 64, place);
        assertFalse(place.isInProcess());
        final MutableDirectBuffer target = new UnsafeBuffer(new byte[16]);
        reader.copy(place, 8, target, 4, 8);
        assertEquals(42, target.getLong(4));
        assertEquals(0, memory.reads);
    }

    @Test
    void shouldFallBackToPrivateMemory()
    {
        memory.available = 4 * 8000 - 1;
        assertFalse(writer.find(writer.allocate(8000), 0, place));
        memory.available = 4 * 8000;
        assertTrue(writer.find(writer.allocate(8000), 0, place));
        memory.isFull = true;
        assertFalse(writer.find(writer.allocate(8000), 0, place));
    }

    @Test
    void shouldHoldOnlyWhatLiesInside()
    {
        place.set(1, 1, 100, 60);
        assertTrue(place.holds(40));
        assertFalse(place.holds(41));
        place.set(1, 1, 100, -8);
        assertFalse(place.holds(8));
        place.setAddress(1, 0);
        assertFalse(place.holds(1));
        place.setAddress(1, 0xFEDC_BA98_8765_4321L);
        assertTrue(place.holds(1));
        assertEquals(0xFEDC_BA98_8765_4321L, place.address());
    }
}
