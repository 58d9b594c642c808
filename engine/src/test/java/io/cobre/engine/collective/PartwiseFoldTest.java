package io.cobre.engine.collective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.ElementType;
import io.cobre.engine.ReduceOp;
import java.nio.ByteBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class PartwiseFoldTest
{
    private static final int LONGEST_STAGED = 4 * 1024 * 1024;
    private static final int CHUNK = 4096;

    private final MemoryFabric memory = new MemoryFabric();
    private final SharedBuffers buffers = new SharedBuffers(memory, 1, true);

    @Test
    void shouldCopyForeignVectorInSlicesToWherePeersReadIt()
    {
        final int bytes = 2 * Operation.SLICE + 8;
        final MutableDirectBuffer vector = foreign(bytes);
        vector.putLong(bytes - Long.BYTES, 7L);
        final PartwiseFold partwise = partwise(3, vector, bytes);
        partwise.set(bytes);
        for (int turn = 0; turn < 2; turn++)
        {
            partwise.reset();
            for (int slice = 0; slice < 3; slice++)
            {
                assertFalse(partwise.isPlaced());
                assertEquals(1, partwise.place());
            }
            assertTrue(partwise.isPlaced());
            assertTrue(partwise.ownVector().holds(bytes));
            assertTrue(partwise.ownResult().holds(bytes));
            assertEquals(7L + turn, buffers.resolve(partwise.ownVector()).getLong(bytes - Long.BYTES));
            vector.putLong(bytes - Long.BYTES, 8L);
        }
    }

    @Test
    void shouldKeepItsMemoryWhileItIsLongEnough()
    {
        final MutableDirectBuffer vector = foreign(100_000);
        final PartwiseFold partwise = partwise(3, vector, 100_000);
        partwise.set(100_000);
        partwise.set(40_000);
        partwise.set(131_072);
        assertEquals(1, memory.created);
        partwise.set(131_080);
        assertEquals(2, memory.created);
    }

    @Test
    void shouldLeaveAllocatedVectorWhereItIs()
    {
        final PartwiseFold partwise = partwise(3, buffers.allocate(100_000), 100_000);
        partwise.set(100_000);
        partwise.reset();
        assertTrue(partwise.isPlaced());
        assertTrue(partwise.ownVector().isKnown());
        assertEquals(1, memory.created);
    }

    @Test
    void shouldNotCopyForTwoRanksNorWhatIsTooLong()
    {
        assertNotCopied(2, LONGEST_STAGED);
        assertNotCopied(3, LONGEST_STAGED + 8);
        final PartwiseFold partwise = partwise(3, foreign(LONGEST_STAGED), LONGEST_STAGED);
        partwise.set(LONGEST_STAGED);
        assertTrue(partwise.ownVector().isKnown());
    }

    private void assertNotCopied(final int size, final int bytes)
    {
        final PartwiseFold partwise = partwise(size, foreign(bytes), bytes);
        partwise.set(bytes);
        partwise.reset();
        assertTrue(partwise.isPlaced());
        assertFalse(partwise.ownVector().isKnown());
        assertFalse(partwise.ownResult().isKnown());
    }

    @Test
    void shouldAskForMemoryOnceWhenThereIsNone()
    {
        memory.available = 1000;
        final PartwiseFold partwise = partwise(3, foreign(100_000), 100_000);
        for (int turn = 0; turn < 2; turn++)
        {
            partwise.set(100_000);
            partwise.reset();
            assertTrue(partwise.isPlaced());
            assertFalse(partwise.ownVector().isKnown());
            memory.available = Long.MAX_VALUE;
        }
        assertEquals(0, memory.created);
    }

    private PartwiseFold partwise(final int size, final MutableDirectBuffer vector, final int bytes)
    {
        final RankOrderFold fold = new RankOrderFold(1, size, CHUNK);
        fold.set(vector, 0, bytes, vector, 0, 0, bytes, ElementType.I64, ReduceOp.SUM);
        return new PartwiseFold(new Seat(1, size, CHUNK, new Checks(1, size), buffers, () -> 0), fold);
    }

    private static MutableDirectBuffer foreign(final int bytes)
    {
        return new UnsafeBuffer(ByteBuffer.allocateDirect(bytes));
    }
}
