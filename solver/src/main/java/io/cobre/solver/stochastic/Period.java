package io.cobre.solver.stochastic;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A range of days.
 *
 * @param start first day.
 * @param end   day after the last one.
 */
record Period(LocalDate start, LocalDate end)
{
    long days()
    {
        return ChronoUnit.DAYS.between(start, end);
    }

    long overlapDays(final LocalDate from, final LocalDate to)
    {
        final LocalDate first = from.isAfter(start) ? from : start;
        final LocalDate last = to.isBefore(end) ? to : end;
        return Math.max(0L, ChronoUnit.DAYS.between(first, last));
    }

    /** Share of this period that a range of days covers. */
    double share(final LocalDate from, final LocalDate to)
    {
        return (double) overlapDays(from, to) / days();
    }

    /** The period of equal length before this one; in whole months if this one is. */
    Period before()
    {
        if (start.getDayOfMonth() == 1 && end.getDayOfMonth() == 1)
        {
            return new Period(start.minusMonths(ChronoUnit.MONTHS.between(start, end)), start);
        }
        return new Period(start.minusDays(days()), start);
    }
}
