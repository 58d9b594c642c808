package io.cobre.comm.aeron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class PaddingTest
{
    private static final int HEADER = 32;
    private static final int LONGEST = 1376;

    @Test
    void shouldTakeWholeCacheLines()
    {
        for (int length = 0; length <= LONGEST; length++)
        {
            final int padded = Padding.paddedLength(length, LONGEST + CacheLines.LENGTH);
            assertEquals(CacheLines.aligned(HEADER + length), CacheLines.alignedFrame(HEADER + padded), "of " + length);
        }
    }

    @Test
    void shouldNotPadWhatTakesWholeLinesAnyway()
    {
        assertEquals(32, Padding.paddedLength(32, LONGEST));
        assertEquals(8, Padding.paddedLength(8, LONGEST));
        assertEquals(72, Padding.paddedLength(40, LONGEST));
    }

    @Test
    void shouldNotClaimMoreThanTheLongest()
    {
        assertEquals(1376, Padding.paddedLength(1376, 1376));
        assertEquals(1344, Padding.paddedLength(1340, 1344));
    }

    @Test
    void shouldTellTheLengthOfTheMessage()
    {
        for (int length = 0; length <= LONGEST; length++)
        {
            final int padded = Padding.paddedLength(length, LONGEST);
            final long reservedValue = Padding.reservedValue(length, padded);
            assertEquals(length, Padding.messageLength(padded, reservedValue));
            assertFalse(BulkDescriptor.isDescriptor(padded, reservedValue));
        }
        assertEquals(BulkDescriptor.LENGTH, Padding.messageLength(BulkDescriptor.LENGTH, 4096));
    }
}
