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
    private final SharedBuffers writer = new SharedBuffers(memory, 3);
    private final SharedBuffers reader = new SharedBuffers(memory, 4);
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
    }
}
