package io.cobre.solver.lp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LpThreadsTest
{
    private static final int UNITS = 200;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void shouldDoEveryUnitOnceAndFoldInOrder(final int count)
    {
        final List<Integer> folded = new ArrayList<>();
        final AtomicIntegerArray done = new AtomicIntegerArray(UNITS);
        final int room = 3;
        final List<Integer> ahead = Collections.synchronizedList(new ArrayList<>());
        try (LpThreads threads = new LpThreads(count))
        {
            for (int round = 0; round < 2; round++)
            {
                folded.clear();
                threads.run(UNITS, room, (lane, unit) ->
                {
                    ahead.add(unit - folded.size());
                    assertTrue(lane >= 0 && lane < count);
                    done.incrementAndGet(unit);
                }, (unit) ->
                {
                    assertTrue(done.get(unit) > 0);
                    folded.add(unit);
                });
                assertEquals(IntStream.range(0, UNITS).boxed().toList(), folded);
            }
            threads.run(0, (lane, unit) -> done.incrementAndGet(unit));
        }
        assertTrue(IntStream.range(0, UNITS).allMatch((unit) -> done.get(unit) == 2));
        assertTrue(Collections.max(ahead) <= room, ahead.toString());
    }

    @Test
    void shouldThrowTheErrorOfTheFirstUnitAndBeginNoMore()
    {
        final CountDownLatch second = new CountDownLatch(1);
        final AtomicIntegerArray begun = new AtomicIntegerArray(UNITS);
        try (LpThreads threads = new LpThreads(2))
        {
            final IllegalStateException error = assertThrows(
                IllegalStateException.class, () -> threads.run(UNITS, (lane, unit) ->
                {
                    begun.incrementAndGet(unit);
                    if (unit == 4)
                    {
                        await(second);
                    }
                    if (unit == 5)
                    {
                        second.countDown();
                    }
                    if (unit >= 4)
                    {
                        throw new IllegalStateException("unit " + unit);
                    }
                }));
            assertEquals("unit 4", error.getMessage());
            assertTrue(IntStream.range(8, UNITS).allMatch((unit) -> begun.get(unit) == 0));
            threads.run(3, (lane, unit) -> begun.incrementAndGet(unit));
            assertEquals(2, begun.get(0));
        }
    }

    @Test
    void shouldThrowWhatTheFoldThrows()
    {
        try (LpThreads threads = new LpThreads(2))
        {
            assertEquals("fold 2", assertThrows(IllegalStateException.class, () -> threads.run(
                UNITS,
                2,
                (lane, unit) ->
                {
                },
                (unit) ->
                {
                    if (unit == 2)
                    {
                        throw new IllegalStateException("fold " + unit);
                    }
                })).getMessage());
        }
    }

    private static void await(final CountDownLatch latch)
    {
        try
        {
            latch.await();
        }
        catch (final InterruptedException ex)
        {
            Thread.currentThread().interrupt();
        }
    }
}
