package io.cobre.engine.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cobre.engine.BackendKind;
import io.cobre.engine.CollectiveFailedException;
import io.cobre.engine.CollectiveFailedException.Reason;
import io.cobre.engine.Communicator;
import io.cobre.engine.ElementType;
import io.cobre.engine.Request;
import io.cobre.engine.collective.CommunicatorContext;
import io.cobre.engine.collective.TransportCommunicator;
import io.cobre.engine.spi.GroupMonitor;
import java.util.List;
import org.agrona.MutableDirectBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Deadlines with a clock that is advanced by hand. Rank 1 never calls.
 */
@Timeout(60)
class SilenceTest
{
    private static final long MS = 1_000_000;
    private static final int POLLS = 64;

    private final FixedMonitor monitor = new FixedMonitor();
    private long nowNs;
    private final Communicator communicator = new TransportCommunicator(new CommunicatorContext()
        .transport(new RingFabric(new RingFabric.Registry(RingSettings.DEFAULT), 0).open(0, new int[]{0, 1}))
        .monitor(monitor)
        .backend(BackendKind.LOCAL)
        .nanoClock(() -> nowNs)
        .timeoutNs(1000 * MS));

    @Test
    void shouldGiveUpAfterSilence()
    {
        final Request request = communicator.startBarrier();
        assertFalse(request.poll());
        pollAfterMs(request, 0);
        for (int i = 0; i < 9; i++)
        {
            pollAfterMs(request, 100);
        }
        final CollectiveFailedException failure =
            assertThrows(CollectiveFailedException.class, () -> pollAfterMs(request, 100));
        assertEquals(Reason.TIMEOUT, failure.reason());
        assertEquals(List.of(1), failure.context().get("missing_ranks"));
        assertEquals(List.of("allreduce #41"), failure.context().get("last_operations"));
        assertEquals("barrier", failure.context().get("operation"));
        assertEquals(1L, failure.context().get("sequence"));
        assertSame(failure, assertThrows(CollectiveFailedException.class, communicator::barrier));
    }

    @Test
    void shouldStartAgainWhileTheMissingRankMoves()
    {
        final Request request = communicator.startBarrier();
        for (int i = 0; i < 100; i++)
        {
            monitor.progress += i % 2;
            pollAfterMs(request, 400);
        }
        assertFalse(request.isDone());
    }

    @Test
    void shouldWaitForRoomAsForFrames()
    {
        final int bytes = RingSettings.DEFAULT.frames() * RingSettings.DEFAULT.maxFrameLength();
        final MutableDirectBuffer data = communicator.allocate(bytes);
        final Request request = communicator.startBroadcast(data, 0, bytes, ElementType.I8, 0);
        for (int i = 0; i < 20; i++)
        {
            monitor.progress++;
            pollAfterMs(request, 400);
        }
        final CollectiveFailedException failure = assertThrows(CollectiveFailedException.class, () ->
        {
            for (int i = 0; i < 20; i++)
            {
                pollAfterMs(request, 400);
            }
        });
        assertEquals(Reason.TIMEOUT, failure.reason());
        assertEquals(List.of(1), failure.context().get("missing_ranks"));
    }

    @Test
    void shouldNameTheOldestOperation()
    {
        communicator.startBarrier();
        final Request later = communicator.startBroadcast(communicator.allocate(8), 0, 1, ElementType.I64, 0);
        final CollectiveFailedException failure = assertThrows(CollectiveFailedException.class, () ->
        {
            for (int i = 0; i < 20; i++)
            {
                pollAfterMs(later, 400);
            }
        });
        assertEquals("barrier", failure.context().get("operation"));
        assertEquals(List.of(1), failure.context().get("missing_ranks"));
    }

    @Test
    void shouldNotCountTheTimeInWhichNobodyPolls()
    {
        final Request request = communicator.startBarrier();
        for (int i = 0; i < 10; i++)
        {
            pollAfterMs(request, 5000);
        }
        assertFalse(request.isDone());
    }

    @Test
    void shouldEndWithTheFailureOfTheGroup()
    {
        final Request request = communicator.startBarrier();
        request.poll();
        monitor.failure = new CollectiveFailedException(Reason.ABORTED, "stopped by the launcher");
        assertSame(monitor.failure, assertThrows(CollectiveFailedException.class, request::poll));
        assertSame(monitor.failure, assertThrows(CollectiveFailedException.class, communicator::barrier));
    }

    private void pollAfterMs(final Request request, final long ms)
    {
        nowNs += ms * MS;
        for (int i = 0; i < POLLS; i++)
        {
            request.poll();
        }
    }

    /**
     * A group as the test says it is.
     */
    private static final class FixedMonitor implements GroupMonitor
    {
        private CollectiveFailedException failure;
        private long progress;

        @Override
        public CollectiveFailedException failure()
        {
            return failure;
        }

        @Override
        public long progress(final int rank)
        {
            return 1 == rank ? progress : 0;
        }

        @Override
        public String lastOperation(final int rank)
        {
            return "allreduce #41";
        }

        @Override
        public void operationStarted(final int operation, final long sequence)
        {
        }

        @Override
        public void waitingFor(final long peers)
        {
        }

        @Override
        public void tick()
        {
        }
    }
}
