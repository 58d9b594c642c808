package io.cobre.engine.collective;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.ElementType;
import io.cobre.engine.ReduceOp;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class RankOrderFoldTest
{
    private static final int CHUNK = 1 << 30;
    private static final int BYTES = Integer.MAX_VALUE - 7;
    private static final long NOWHERE = 4096;

    /**
     * Folded in place too soon, the last chunk of the own vector would be published with the peer's in it.
     */
    @Test
    void shouldWaitForTheOwnChunkAtTheEndOfTheLongestVector()
    {
        final RankOrderFold fold = new RankOrderFold(0, 2, CHUNK);
        final UnsafeBuffer vector = new UnsafeBuffer(NOWHERE, BYTES);
        fold.set(vector, 0, BYTES, vector, 0, 0, 0, ElementType.F64, ReduceOp.SUM);
        fold.reset();
        assertFalse(fold.accepts(1, CHUNK - 1));
        assertTrue(fold.accepts(1, CHUNK));
        fold.onChunk(1, vector, 0, CHUNK);
        assertFalse(fold.accepts(1, CHUNK));
        assertFalse(fold.accepts(1, BYTES - 1));
        assertTrue(fold.accepts(1, BYTES));
    }
}
