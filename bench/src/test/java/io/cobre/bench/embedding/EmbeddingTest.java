package io.cobre.bench.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cobre.engine.Communicators;
import io.cobre.engine.local.InProcessGroup;
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
        assertEquals(4 * TICKS, EmbeddingCommand.threads(4, TICKS).getTotalCount());
    }

    @Test
    @Tag("slow")
    void shouldMeasureEveryTickOfEveryProcess()
    {
        assertEquals(4 * TICKS, EmbeddingCommand.processes(4, TICKS).getTotalCount());
    }
}
