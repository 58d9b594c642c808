package io.cobre.bench.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.cobre.engine.Communicators;
import io.cobre.engine.local.InProcessGroup;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EmbeddingTest
{
    private static final int TICKS = 20;

    @Test
    void shouldSumWhatAllStrategiesHold()
    {
        try (InProcessGroup group = Communicators.inProcess(1))
        {
            // trades of 0, 1, 2 in turn; ten ticks, five of them to warm up
            assertEquals(9, DutyCycle.run(group.communicator(0), 1, 5).total(0));
        }
    }

    @Test
    void shouldMeasureEveryTickOfEveryThread() throws Exception
    {
        assertEquals(4 * TICKS, EmbeddingCommand.threads(
            4, (communicator) -> DutyCycle.run(communicator, 4, TICKS)).getTotalCount());
    }

    @Test
    void shouldTellTheOthersAtOnceThatAStrategyFailed()
    {
        final IllegalStateException own = new IllegalStateException("out of money");
        final ExecutionException failure = assertTimeoutPreemptively(Duration.ofSeconds(30), () ->
            assertThrows(ExecutionException.class, () -> EmbeddingCommand.threads(3, (communicator) ->
            {
                if (2 == communicator.rank())
                {
                    throw own;
                }
                return DutyCycle.run(communicator, 3, TICKS);
            })));
        final Throwable ofRankZero = failure.getCause();
        assertEquals("strategy 2 failed: " + own, ofRankZero.getMessage());
        assertSame(own, ofRankZero.getCause());
    }

    @Test
    @Tag("slow")
    void shouldMeasureEveryTickOfEveryProcess()
    {
        assertEquals(4 * TICKS, EmbeddingCommand.processes(4, TICKS).getTotalCount());
    }
}
