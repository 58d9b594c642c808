package io.cobre.solver.cli;

import io.cobre.solver.ProgressEvent;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Shows where a run stands: one line that is drawn over on a terminal, a line now and then elsewhere.
 */
final class LiveDisplay implements Consumer<ProgressEvent>, AutoCloseable
{
    private static final long REDRAW_NS = 100_000_000L;
    private static final long LINE_NS = 2_000_000_000L;
    private static final int BAR_CELLS = 24;
    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final PrintStream err;
    private final boolean inPlace;
    private final LongSupplier nanoClock;
    private long shownNs;
    private boolean drawn;
    private ProgressEvent pending;
    private ProgressEvent.Phase phase;

    LiveDisplay(final PrintStream err, final boolean inPlace, final LongSupplier nanoClock)
    {
        this.err = err;
        this.inPlace = inPlace;
        this.nanoClock = nanoClock;
    }

    @Override
    public void accept(final ProgressEvent event)
    {
        if (event.workerId().orElse(0) != 0 || event.phase() == ProgressEvent.Phase.RESTART)
        {
            return;
        }
        final boolean first = event.phase() != phase;
        if (first)
        {
            flush();
        }
        phase = event.phase();
        pending = event;
        final long now = nanoClock.getAsLong();
        final boolean last = event.done() == event.total();
        if (first || last || now - shownNs >= (inPlace ? REDRAW_NS : LINE_NS))
        {
            shownNs = now;
            show();
        }
    }

    /**
     * Show what is not shown yet and end the line.
     */
    @Override
    public void close()
    {
        flush();
    }

    private void flush()
    {
        if (pending != null)
        {
            show();
        }
        if (drawn)
        {
            err.println();
            drawn = false;
        }
    }

    private void show()
    {
        final String text = text(pending);
        pending = null;
        if (inPlace)
        {
            err.print(CLEAR_LINE + text);
            drawn = true;
        }
        else
        {
            err.println(text);
        }
        err.flush();
    }

    /**
     * One line about an event.
     *
     * @param event any.
     * @return without a line feed, at most about 120 characters.
     */
    static String text(final ProgressEvent event)
    {
        final String of = event.total() > 0 ? "/" + event.total() : "";
        final String times = "  " + clock(event.wallTimeMs()) + remaining(event);
        if (event.phase() == ProgressEvent.Phase.SIMULATION)
        {
            return "simulation " + bar(event) + " " + event.done() + of + times;
        }
        return String.format(
            Locale.ROOT,
            "iteration %d%s  lower %.6g  upper %.6g +/- %.2g  gap %.2f %%  %.0f LP/s%s",
            event.done(), of, event.lowerBound(), event.upperBound(), event.ci95(), 100.0 * event.gap(),
            1000.0 * event.lpSolves() / Math.max(1L, event.wallTimeMs()), times);
    }

    private static String bar(final ProgressEvent event)
    {
        final int full = event.total() > 0 ? (int) ((long) BAR_CELLS * event.done() / event.total()) : 0;
        return "[" + "#".repeat(full) + ".".repeat(BAR_CELLS - full) + "]";
    }

    private static String remaining(final ProgressEvent event)
    {
        if (event.total() <= 0 || event.done() <= 0 || event.done() >= event.total())
        {
            return "";
        }
        return ", about " + clock(event.wallTimeMs() * (event.total() - event.done()) / event.done()) + " left";
    }

    private static String clock(final long milliseconds)
    {
        final Duration time = Duration.ofMillis(milliseconds);
        return time.toHours() > 0 ?
            String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart()) :
            String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }
}
