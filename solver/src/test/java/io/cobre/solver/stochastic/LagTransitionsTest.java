package io.cobre.solver.stochastic;

import static io.cobre.solver.stochastic.Stages.stage;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.cobre.solver.study.Calendar;
import io.cobre.solver.study.InflowData;
import io.cobre.solver.study.RecentObservation;
import io.cobre.solver.study.Season;
import io.cobre.solver.study.SeasonCycle;
import io.cobre.solver.study.Stage;

class LagTransitionsTest
{
    private static final double EPSILON = 1e-12;

    @Test
    void shouldShiftMonthsExactly()
    {
        final LagTransitions lags = transitions(
            Stages.months("2024-01-01", 3, 1), Stages.monthly(), 2, past(new double[]{1, 2}, new double[]{3, 4}));
        assertEquals(2, lags.slots());
        final double[] memory = initial(lags, 2);
        assertArrayEquals(new double[]{1, 3, 2, 4}, memory);
        assertArrayEquals(new double[]{10, 20, 1, 3}, advance(lags, 0, memory, 10, 20));
    }

    @Test
    void shouldShiftEveryStageWithoutSeasons()
    {
        final List<Stage> stages = List.of(
            stage(0, "2024-01-01", "2024-02-01", 1, 0), stage(1, "2024-02-01", "2024-03-01", 1, 0));
        final LagTransitions lags = transitions(stages, Calendar.none(), 1, past(new double[]{200}));
        assertArrayEquals(new double[]{150}, advance(lags, 0, initial(lags, 1), 150));
        assertArrayEquals(new double[]{175}, advance(lags, 1, new double[]{150}, 175));
    }

    @Test
    void shouldNameTheTermsOfAShift()
    {
        final LagTransitions lags =
            transitions(Stages.months("2024-01-01", 2, 1), Stages.monthly(), 2, past(new double[0]));
        assertEquals(1, lags.terms(0, 0, 0));
        assertEquals(lags.slots(), lags.termSource(0, 0, 0, 0));
        assertEquals(1.0, lags.termWeight(0, 0, 0, 0));
        assertEquals(0, lags.termSource(0, 0, 1, 0));
    }

    @Test
    void shouldAverageTheWeeksOfAMonth()
    {
        final List<Stage> weeks = weeksOf("2024-01-01", 4, 0);
        final LagTransitions lags = transitions(weeks, Stages.monthly(), 1, past(new double[]{200}));
        assertEquals(3, lags.slots());
        double[] memory = initial(lags, 1);
        for (int t = 0; t < 3; t++)
        {
            memory = advance(lags, t, memory, 100 + t);
            assertEquals(200, memory[0], EPSILON);
        }
        memory = advance(lags, 3, memory, 103);
        assertEquals((100 + 101 + 102 + 103) / 4.0, memory[0], EPSILON);
        assertEquals(0.0, memory[1], EPSILON);
    }

    @Test
    void shouldCountDaysThatSpillIntoTheNextMonth()
    {
        final List<Stage> stages = new ArrayList<>(weeksOf("2026-04-04", 4, 3));
        stages.add(stage(4, "2026-05-02", "2026-06-01", 1, 4));
        final LagTransitions lags = transitions(
            stages, Stages.monthly(), 1, new InflowData(
                List.of(), List.of(), List.of(), List.of(), new double[][]{{70}},
                List.of(new RecentObservation(0, LocalDate.parse("2026-03-28"), LocalDate.parse("2026-04-04"), 50))));
        double[] memory = initial(lags, 1);
        // three of the observed days are in April
        assertArrayEquals(new double[]{70, 50 * 3 / 30.0, 0}, memory, EPSILON);
        for (int t = 0; t < 4; t++)
        {
            memory = advance(lags, t, memory, 10 * (t + 1));
        }
        assertEquals((50 * 3 + 10 * 7 + 20 * 7 + 30 * 7 + 40 * 6) / 30.0, memory[0], 1e-9);
        assertEquals(40 / 31.0, memory[1], EPSILON);
        memory = advance(lags, 4, memory, 100);
        assertEquals((40 + 100 * 30) / 31.0, memory[0], 1e-9);
    }

    @Test
    void shouldKeepAStageBeyondItsMonthInThatMonth()
    {
        final List<Stage> stages = List.of(
            stage(0, "2026-04-01", "2026-05-02", 1, 3),
            stage(1, "2026-05-02", "2026-05-09", 1, 3),
            stage(2, "2026-05-01", "2026-06-01", 1, 4));
        final LagTransitions lags = transitions(stages, Stages.monthly(), 1, past(new double[]{70}));
        double[] memory = advance(lags, 0, initial(lags, 1), 30);
        assertEquals(70, memory[0], EPSILON);
        memory = advance(lags, 1, memory, 90);
        assertEquals(30, memory[0], EPSILON);
        assertEquals((30 + 90 * 7) / 31.0, memory[1], EPSILON);
    }

    @Test
    void shouldBuildQuarterlyLagsFromMonths()
    {
        final LagTransitions lags = transitions(
            quarterlyAfterMonths(), quarters(), 2, past(new double[]{12, 11, 10, 9, 8, 7}));
        double[] memory = initial(lags, 1);
        assertArrayEquals(new double[]{12, 11}, new double[]{memory[0], memory[1]});
        memory = advance(lags, 0, memory, 100);
        assertArrayEquals(new double[]{100, 12}, new double[]{memory[0], memory[1]});
        memory = advance(lags, 1, memory, 200);
        memory = advance(lags, 2, memory, 300);
        // before April: the first quarter by days; before that, the past months October to December
        assertEquals((100 * 31 + 200 * 29 + 300 * 31) / 91.0, memory[0], 1e-9);
        assertEquals((12 * 31 + 11 * 30 + 10 * 31) / 92.0, memory[1], 1e-9);
        final double firstQuarter = memory[0];
        memory = advance(lags, 3, memory, 50);
        assertEquals(50, memory[0], EPSILON);
        assertEquals(firstQuarter, memory[1], EPSILON);
    }

    @Test
    void shouldAgreeWithItsTerms()
    {
        final LagTransitions lags = transitions(
            quarterlyAfterMonths(), quarters(), 2, past(new double[]{12, 11, 10}));
        double[] memory = initial(lags, 1);
        for (int t = 0; t < 5; t++)
        {
            final double[] after = advance(lags, t, memory, 40 + t);
            for (int slot = 0; slot < lags.slots(); slot++)
            {
                double sum = 0.0;
                for (int k = 0; k < lags.terms(t, 0, slot); k++)
                {
                    final int source = lags.termSource(t, 0, slot, k);
                    sum += lags.termWeight(t, 0, slot, k) * (source == lags.slots() ? 40 + t : memory[source]);
                }
                assertEquals(sum, after[slot]);
            }
            memory = after;
        }
    }

    private static List<Stage> quarterlyAfterMonths()
    {
        final List<Stage> stages = new ArrayList<>(Stages.months("2024-01-01", 3, 1));
        stages.add(stage(3, "2024-04-01", "2024-07-01", 1, 12));
        stages.add(stage(4, "2024-07-01", "2024-10-01", 1, 13));
        return stages;
    }

    private static Calendar quarters()
    {
        final List<Season> seasons = new ArrayList<>(Stages.monthly().seasons());
        seasons.add(new Season(12, 4, 1, 6, 30));
        seasons.add(new Season(13, 7, 1, 9, 30));
        return new Calendar(SeasonCycle.CUSTOM, seasons, List.of());
    }

    private static List<Stage> weeksOf(final String first, final int count, final int season)
    {
        final List<Stage> weeks = new ArrayList<>();
        for (int t = 0; t < count; t++)
        {
            final LocalDate start = LocalDate.parse(first).plusDays(7L * t);
            weeks.add(stage(t, start.toString(), start.plusDays(7).toString(), 1, season));
        }
        return weeks;
    }

    private static InflowData past(final double[]... values)
    {
        return new InflowData(List.of(), List.of(), List.of(), List.of(), values, List.of());
    }

    private static LagTransitions transitions(
        final List<Stage> stages, final Calendar calendar, final int lags, final InflowData inflow)
    {
        return LagTransitions.of(stages, Stages.scenarios(calendar, inflow), inflow.past().length, lags);
    }

    private static double[] initial(final LagTransitions lags, final int hydros)
    {
        final double[] memory = new double[lags.slots() * hydros];
        lags.initial(memory, 0);
        return memory;
    }

    private static double[] advance(
        final LagTransitions lags, final int stage, final double[] memory, final double... inflow)
    {
        final double[] after = new double[memory.length];
        lags.advance(stage, memory, 0, inflow, after, 0);
        return after;
    }
}
