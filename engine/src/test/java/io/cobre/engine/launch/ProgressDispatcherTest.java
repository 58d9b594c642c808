package io.cobre.engine.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ProgressDispatcherTest
{
    private static final int EVENTS = 3000;

    private final CountDownLatch busy = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);
    private final List<List<Integer>> heard = List.of(
        Collections.synchronizedList(new ArrayList<>()), Collections.synchronizedList(new ArrayList<>()));

    @Test
    void shouldTellTheLastEventOfEachRankToASlowListener() throws Exception
    {
        try (ProgressDispatcher dispatcher = new ProgressDispatcher(new Slow(), 2, (error) ->
        {
            throw new IllegalStateException(error);
        }))
        {
            dispatcher.progress(1, body(-1));
            assertTrue(busy.await(10, TimeUnit.SECONDS));
            for (int i = 0; i < EVENTS; i++)
            {
                dispatcher.progress(i % 2, body(i));
            }
            final Thread caller = new Thread(() -> dispatcher.drain(1));
            caller.start();
            while (dispatcher.dropped() < EVENTS - 2)
            {
                Thread.sleep(1);
            }
            free.countDown();
            caller.join();
            assertEquals(EVENTS - 2, dispatcher.dropped());
            assertEquals(List.of(List.of(EVENTS - 2), List.of(-1, EVENTS - 1)), heard);
        }
    }

    private static byte[] body(final int number)
    {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    private final class Slow implements LaunchListener
    {
        @Override
        public void onProgress(final int rank, final byte[] body)
        {
            busy.countDown();
            heard.get(rank).add(ByteBuffer.wrap(body).getInt());
            try
            {
                free.await();
            }
            catch (final InterruptedException ex)
            {
                Thread.currentThread().interrupt();
            }
        }
    }
}
