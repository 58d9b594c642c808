package io.cobre.solver.study;

import java.time.LocalDate;

/**
 * A study stage.
 *
 * @param id             as in the files, 0 or greater.
 * @param index          position in the study, from 0.
 * @param startDate      first day.
 * @param endDate        day after the last one.
 * @param blockHours     hours by block.
 * @param openings       number of openings of the stage, all equally probable.
 * @param discountFactor factor on the cost of everything after this stage.
 * @param seasonId       season, or -1 if the stage has none.
 * @param risk           measure of the cost after this stage.
 * @param chronological  whether blocks follow each other, each with a storage at its end; else water moves freely
 *                       between them.
 */
public record Stage(
    int id,
    int index,
    LocalDate startDate,
    LocalDate endDate,
    double[] blockHours,
    int openings,
    double discountFactor,
    int seasonId,
    Risk risk,
    boolean chronological)
{
    /**
     * A stage with parallel blocks and the expectation as risk measure.
     *
     * @param id             as in the files, 0 or greater.
     * @param index          position in the study, from 0.
     * @param startDate      first day.
     * @param endDate        day after the last one.
     * @param blockHours     hours by block.
     * @param openings       number of openings of the stage.
     * @param discountFactor factor on the cost of everything after this stage.
     * @param seasonId       season, or -1 if the stage has none.
     */
    public Stage(
        final int id,
        final int index,
        final LocalDate startDate,
        final LocalDate endDate,
        final double[] blockHours,
        final int openings,
        final double discountFactor,
        final int seasonId)
    {
        this(id, index, startDate, endDate, blockHours, openings, discountFactor, seasonId, Risk.NEUTRAL, false);
    }

    /**
     * The same stage with another measure of the cost after it.
     *
     * @param newRisk the measure.
     * @return a copy.
     */
    public Stage withRisk(final Risk newRisk)
    {
        return new Stage(
            id, index, startDate, endDate, blockHours, openings, discountFactor, seasonId, newRisk, chronological);
    }

    /**
     * Number of load blocks.
     *
     * @return at least 1.
     */
    public int blocks()
    {
        return blockHours.length;
    }

    /**
     * Hours of the stage: the sum over its blocks, whatever the dates say.
     *
     * @return hours.
     */
    public double hours()
    {
        double sum = 0.0;
        for (final double hours : blockHours)
        {
            sum += hours;
        }
        return sum;
    }
}
