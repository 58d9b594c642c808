package io.cobre.comm.aeron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class FrameSpotTest
{
    private static final int TERM_LENGTH = 1024;

    private final UnsafeBuffer term = new UnsafeBuffer(BufferUtil.allocateDirectAligned(TERM_LENGTH, 64));
    private final FrameSpot spot = new FrameSpot();

    @Test
    void shouldKnowNothingBeforeTheFirstFrame()
    {
        assertFalse(spot.isKnown());
    }

    @Test
    void shouldSeeNextFrameWhereItBegins()
    {
        spot.follow(term, 0, 96);
        assertTrue(spot.isKnown());
        assertEquals(0, spot.frameLength());
        term.putIntOrdered(96, 64);
        assertEquals(64, spot.frameLength());
    }

    @Test
    void shouldReadTheOtherLinesOfTheNextFrame()
    {
        term.putInt(96 + 64, 5);
        spot.follow(term, 0, 96);
        assertEquals(0, spot.frameLength());
        assertTrue(spot.toString().endsWith("touched=5}"), spot.toString());
        spot.forget();
        spot.follow(term, 32, 64);
        assertEquals(0, spot.frameLength());
        assertTrue(spot.toString().endsWith("touched=5}"), spot.toString());
    }

    @Test
    void shouldNotKnowTheSpotInAnotherTerm()
    {
        spot.follow(term, TERM_LENGTH - 160, 96);
        assertFalse(spot.isKnown());
        spot.follow(term, TERM_LENGTH - 64, 64);
        assertFalse(spot.isKnown());
        spot.follow(term, TERM_LENGTH - 128, 64);
        assertTrue(spot.isKnown());
        spot.forget();
        assertFalse(spot.isKnown());
    }

    @Test
    void shouldPrepareNothingBehindTheTerm()
    {
        term.setMemory(0, TERM_LENGTH, (byte) 0xFF);
        CacheLines.own(term.addressOffset() + 512, 128, 64);
        CacheLines.own(term.addressOffset() + 512, 4096, 8192);
        assertEquals(-1, term.getInt(512));
        CacheLines.own(term.addressOffset() + 512, 96, 512);
        assertEquals(0, term.getInt(512));
        assertEquals(0, term.getInt(576));
        assertEquals(-1, term.getInt(640));
    }
}
