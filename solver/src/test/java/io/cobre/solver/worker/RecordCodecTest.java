package io.cobre.solver.worker;

import io.cobre.engine.CobreException;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.train.IterationRecord;
import io.cobre.solver.train.TerminationReason;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

class RecordCodecTest
{
    private record Everything(
        boolean flag,
        int whole,
        long large,
        double real,
        String text,
        TerminationReason reason,
        List<Everything> children,
        double[] numbers,
        byte[] bytes,
        Record other)
    {
    }

    @Test
    void shouldKeepEveryBit()
    {
        final double nan = Double.longBitsToDouble(0x7ff8_0000_dead_beefL);
        final IterationRecord row = new IterationRecord(3, -0.0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);
        final Everything leaf = new Everything(
            false, -1, Long.MIN_VALUE, nan, "", TerminationReason.SHUTDOWN, List.of(), new double[0], new byte[0], row);
        final Everything copy = RecordCodec.decode(RecordCodec.encode(new Everything(
            true, 7, 8L, 9.5, "twelve", null, List.of(leaf, leaf), new double[]{1, nan},
            new byte[]{1, 2}, null)), Everything.class);
        assertEquals(7, copy.whole());
        assertNull(copy.reason());
        assertNull(copy.other());
        assertArrayEquals(new byte[]{1, 2}, copy.bytes());
        assertEquals(
            Double.doubleToRawLongBits(nan), Double.doubleToRawLongBits(copy.numbers()[1]));
        assertEquals(2, copy.children().size());
        final Everything child = copy.children().get(1);
        assertEquals(row, child.other());
        assertEquals(Double.doubleToRawLongBits(nan), Double.doubleToRawLongBits(child.real()));
        assertEquals(TerminationReason.SHUTDOWN, child.reason());
    }

    @Test
    void shouldSayThatDamagedBytesAreDamaged()
    {
        final byte[] bytes = RecordCodec.encode(new ScenariosDone(5));
        for (int length = 0; length < bytes.length; length++)
        {
            final byte[] cut = Arrays.copyOf(bytes, length);
            final CobreException failure = assertThrows(
                CobreException.class, () -> RecordCodec.decode(cut, ScenariosDone.class));
            assertEquals(SolverErrorKind.INTERNAL_PANIC, failure.kind());
        }
        final long seed = 20_260_101L;
        final Random random = new Random(seed);
        for (int i = 0; i < 2000; i++)
        {
            final byte[] damaged = bytes.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            try
            {
                RecordCodec.decode(damaged, ScenariosDone.class);
            }
            catch (final CobreException ex)
            {
                assertEquals(SolverErrorKind.INTERNAL_PANIC, ex.kind(), "seed " + seed);
            }
        }
    }
}
