package io.cobre.engine.collective;

import io.cobre.engine.InvalidCommunicatorException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Lets one thread at a time into a communicator and tells a second one so, instead of corrupting the stream.
 */
final class ThreadGate
{
    private final AtomicReference<Thread> inside = new AtomicReference<>();

    void enter()
    {
        if (!inside.compareAndSet(null, Thread.currentThread()))
        {
            final Thread other = inside.get();
            throw new InvalidCommunicatorException(
                "thread '" + Thread.currentThread().getName() + "' called a communicator that thread '" +
                (null == other ? "?" : other.getName()) + "' is using; a communicator takes one thread at a time");
        }
    }

    void leave()
    {
        inside.setRelease(null);
    }
}
