package io.cobre.solver;

import io.cobre.solver.train.IterationRecord;
import java.util.concurrent.TimeUnit;

/**
 * One iteration of a training.
 *
 * @param iteration       from 1.
 * @param lowerBound      $.
 * @param upperBound      mean cost of the trial paths, $.
 * @param upperBoundStd   sample standard deviation of their costs, $.
 * @param ci95            half width of the 95 % interval of the mean, $.
 * @param gap             a fraction.
 * @param wallTimeMs      since training began.
 * @param iterationTimeMs of this iteration.
 */
public record HistoryRow(
    int iteration,
    double lowerBound,
    double upperBound,
    double upperBoundStd,
    double ci95,
    double gap,
    long wallTimeMs,
    long iterationTimeMs)
{
    static HistoryRow of(final IterationRecord row)
    {
        return new HistoryRow(
            row.iteration(),
            row.lowerBound(),
            row.upperBound(),
            row.upperBoundStd(),
            row.ci95(),
            row.gap(),
            TimeUnit.NANOSECONDS.toMillis(row.elapsedNs()),
            TimeUnit.NANOSECONDS.toMillis(row.totalNs()));
    }
}
