package io.cobre.solver.stochastic.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.cobre.solver.stochastic.Stages;
import io.cobre.solver.study.Estimation;
import io.cobre.solver.study.InflowObservation;

class OrderSelectionTest
{
    private static final double PHI_WET = 0.7;
    private static final double PHI_DRY = 0.3;

    @Test
    void shouldRecoverAPeriodicModelOfOrderOne()
    {
        final HydroHistory history = history(simulated(4000, 1.0));
        final SeasonFit[] fits =
            new OrderSelection(history, new Estimation(1, false, 30, Double.POSITIVE_INFINITY)).select();
        for (int season = 0; season < 12; season++)
        {
            final double phi = season < 6 ? PHI_WET : PHI_DRY;
            assertEquals(phi, fits[season].coefficients()[0], 0.04, "season " + season);
            assertEquals(Math.sqrt(1 - phi * phi), fits[season].ratio(), 0.03);
            assertEquals(100.0, history.inflow(season).mean(), 1.5);
            assertEquals(20.0, history.inflow(season).std(), 1.0);
        }
    }

    @Test
    void shouldDropLagsThatActAgainstPersistence()
    {
        final SeasonFit[] fits = new OrderSelection(
            history(simulated(400, -1.0)), new Estimation(3, false, 30, Double.POSITIVE_INFINITY)).select();
        for (final SeasonFit fit : fits)
        {
            assertEquals(0, fit.order());
            assertEquals(1.0, fit.ratio());
        }
    }

    @Test
    void shouldDropCoefficientsBeyondTheirBound()
    {
        final SeasonFit[] fits =
            new OrderSelection(history(simulated(400, 1.0)), new Estimation(1, false, 30, 0.5)).select();
        assertEquals(0, fits[2].order());
        assertEquals(1, fits[8].order());
    }

    @Test
    void shouldGiveNoModelToARiverThatDoesNotVary()
    {
        final List<InflowObservation> observations = new ArrayList<>();
        for (int month = 0; month < 120; month++)
        {
            observations.add(new InflowObservation(0, LocalDate.of(2000, 1, 1).plusMonths(month), 7.5));
        }
        final HydroHistory history = history(observations);
        final SeasonFit[] fits =
            new OrderSelection(history, new Estimation(6, false, 30, Double.POSITIVE_INFINITY)).select();
        assertEquals(0, fits[0].order());
        assertEquals(7.5, history.inflow(0).mean());
        assertEquals(0.0, history.inflow(0).std());
    }

    @Test
    void shouldPairYearsAcrossTheTurnOfTheYearAndAcrossGaps()
    {
        final List<InflowObservation> observations = new ArrayList<>();
        // starts in March: January and February have one value less; one December is missing
        for (int month = 2; month < 50; month++)
        {
            final LocalDate date = LocalDate.of(2000, 1, 1).plusMonths(month);
            if (!date.equals(LocalDate.of(2001, 12, 1)))
            {
                observations.add(new InflowObservation(0, date, 100 + 10 * date.getYear() % 70 + month));
            }
        }
        final HydroHistory history = history(observations);
        assertEquals(0, history.yearsBack(2, 2));
        assertEquals(-1, history.yearsBack(0, 1));
        assertEquals(-2, history.yearsBack(0, 13));
        double sum = 0.0;
        int pairs = 0;
        for (int year = 2001; year <= 2004; year++)
        {
            final Double january = history.inflow(0).byYear().get(year);
            final Double december = history.inflow(11).byYear().get(year - 1);
            if (january != null && december != null)
            {
                sum += (january - history.inflow(0).mean()) * (december - history.inflow(11).mean());
                pairs++;
            }
        }
        final double expected = sum / pairs / history.inflow(0).std() / history.inflow(11).std();
        assertEquals(Math.max(-1, Math.min(1, expected)), history.autocorrelation(0, 1), 1e-12);
    }

    /** Months 0 to 47 without month 20, with two observations in month 30. */
    @Test
    void shouldTakeAnnualMeansOverMonthsInARowOnly()
    {
        final List<InflowObservation> observations = new ArrayList<>();
        for (int month = 0; month < 48; month++)
        {
            final LocalDate date = LocalDate.of(2000, 1, 1).plusMonths(month);
            if (month != 20)
            {
                observations.add(new InflowObservation(0, date, month == 30 ? month - 1 : month));
            }
        }
        observations.add(new InflowObservation(0, LocalDate.of(2002, 7, 16), 31));
        final HydroHistory history = history(observations);
        int windows = 0;
        for (int season = 0; season < 12; season++)
        {
            for (final int year : history.annual(season).byYear().keySet())
            {
                final int last = 12 * (year - 2000) + season;
                assertEquals(last - 5.5, history.annual(season).byYear().get(year), 1e-12);
                assertTrue(last >= 11 && last < 20 || last >= 32, "month " + last);
                windows++;
            }
        }
        assertEquals(9 + 15, windows);
    }

    @Test
    void shouldSolveSmallSystems()
    {
        final double[][] matrix = {{0, 2, 1}, {1, 1, 1}, {4, 0, -1}};
        assertArrayEquals(new double[]{1, 2, 3}, LinearSystem.solve(matrix, new double[]{7, 6, 1}), 1e-12);
        assertNull(LinearSystem.solve(new double[][]{{1, 2}, {2, 4}}, new double[]{1, 2}));
    }

    private static HydroHistory history(final List<InflowObservation> observations)
    {
        return new HydroHistory(observations, new SeasonDates(Stages.monthly(), List.of()), 12);
    }

    private static List<InflowObservation> simulated(final int years, final double sign)
    {
        final Random random = new Random(11);
        final List<InflowObservation> observations = new ArrayList<>();
        double z = 0.0;
        for (int month = 0; month < 12 * years; month++)
        {
            final double phi = sign * (month % 12 < 6 ? PHI_WET : PHI_DRY);
            z = phi * z + Math.sqrt(1 - phi * phi) * random.nextGaussian();
            observations.add(
                new InflowObservation(0, LocalDate.of(1, 1, 1).plusMonths(month), 100 + 20 * z));
        }
        return observations;
    }
}
