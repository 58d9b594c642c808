package io.cobre.comm.aeron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FrameFitTest
{
    private static final int HEADER = 32;
    private static final int LONGEST = 1376;

    @Test
    void shouldTakeWholeCacheLinesAndNoneForEightBytes()
    {
        for (int length = 0; length <= LONGEST; length++)
        {
            final int claimed = FrameFit.claimLength(length, LONGEST + CacheLines.LENGTH);
            final int frame = CacheLines.alignedFrame(HEADER + claimed);
            final int needed = HEADER + length - (FrameFit.beginsEarly(length) ? FrameFit.EARLY : 0);
            assertEquals(CacheLines.aligned(needed), frame, "of " + length);
            assertTrue(frame - HEADER - length < CacheLines.LENGTH - FrameFit.EARLY, "of " + length);
        }
    }

    @Test
    void shouldNotPadWhatTakesWholeLinesAnyway()
    {
        assertEquals(32, FrameFit.claimLength(32, LONGEST));
        assertEquals(8, FrameFit.claimLength(8, LONGEST));
        assertEquals(96, FrameFit.claimLength(64, LONGEST));
    }

    @Test
    void shouldBeginEarlyWhereThatSavesALine()
    {
        assertFalse(FrameFit.beginsEarly(32));
        assertTrue(FrameFit.beginsEarly(33));
        assertTrue(FrameFit.beginsEarly(40));
        assertFalse(FrameFit.beginsEarly(41));
        assertEquals(25, FrameFit.claimLength(33, LONGEST));
        assertEquals(32, FrameFit.claimLength(40, LONGEST));
        assertEquals(73, FrameFit.claimLength(41, LONGEST));
        assertEquals(96, FrameFit.claimLength(104, LONGEST));
    }

    @Test
    void shouldNotClaimMoreThanTheLongest()
    {
        assertEquals(1376, FrameFit.claimLength(1376, 1376));
        assertEquals(1344, FrameFit.claimLength(1340, 1344));
    }

    @Test
    void shouldTellTheLengthOfTheMessage()
    {
        for (int length = 0; length <= LONGEST; length++)
        {
            if (!FrameFit.beginsEarly(length))
            {
                final int claimed = FrameFit.claimLength(length, LONGEST);
                final long reservedValue = FrameFit.reservedValue(length, claimed);
                assertEquals(length, FrameFit.messageLength(claimed, reservedValue));
                assertFalse(BulkDescriptor.isDescriptor(claimed, reservedValue));
            }
        }
        assertEquals(BulkDescriptor.LENGTH, FrameFit.messageLength(BulkDescriptor.LENGTH, 4096));
    }
}
