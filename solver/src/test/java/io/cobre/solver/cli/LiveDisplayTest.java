package io.cobre.solver.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.solver.ProgressEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveDisplayTest
{
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long nowNs;

    @Test
    void shouldPrintPlainLinesNowAndThenIntoAPipe()
    {
        try (LiveDisplay display = display(false))
        {
            display.accept(iteration(-1, 1, 4));
            nowNs += 100_000_000L;
            display.accept(iteration(-1, 2, 4));
            nowNs += 2_000_000_000L;
            display.accept(iteration(-1, 3, 4));
            display.accept(iteration(-1, 4, 4));
        }
        final List<String> lines = text().lines().toList();
        assertEquals(3, lines.size(), text());
        assertTrue(lines.get(0).startsWith("iteration 1/4  lower 100.000  upper 110.000"), lines.get(0));
        assertTrue(lines.get(1).startsWith("iteration 3/4"), lines.get(1));
        assertTrue(lines.get(2).startsWith("iteration 4/4"), lines.get(2));
        assertTrue(text().indexOf('\r') < 0 && text().indexOf('\u001b') < 0);
    }

    @Test
    void shouldDrawOverTheLineOnATerminal()
    {
        try (LiveDisplay display = display(true))
        {
            display.accept(iteration(0, 1, 2));
            display.accept(iteration(0, 2, 2));
        }
        assertEquals(1, text().chars().filter((c) -> c == '\n').count());
        assertTrue(text().endsWith("0:02" + System.lineSeparator()), text());
    }

    @Test
    void shouldShowTheFirstWorkerOnly()
    {
        try (LiveDisplay display = display(false))
        {
            display.accept(iteration(1, 1, 2));
        }
        assertEquals("", text());
    }

    @Test
    void shouldShowWhatIsLeftWhenItEndsEarly()
    {
        try (LiveDisplay display = display(false))
        {
            display.accept(iteration(-1, 1, 9));
            display.accept(iteration(-1, 2, 9));
        }
        assertEquals(2, text().lines().count());
    }

    @Test
    void shouldDrawABarForSimulation()
    {
        final String text = LiveDisplay.text(new ProgressEvent(
            ProgressEvent.Phase.SIMULATION, -1, 50, 100, 0, 0, 0, 0, 0, 0, 4000, 10));
        assertEquals("simulation [############............] 50/100  0:04, about 0:04 left", text);
    }

    private LiveDisplay display(final boolean inPlace)
    {
        return new LiveDisplay(new PrintStream(bytes, true, StandardCharsets.UTF_8), inPlace, () -> nowNs);
    }

    private String text()
    {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static ProgressEvent iteration(final int worker, final int done, final int total)
    {
        return new ProgressEvent(
            ProgressEvent.Phase.TRAINING, worker, done, total, 100, 110, 5, 2, 0.09, 400, 1000L * done, 1000);
    }
}
