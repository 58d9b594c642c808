package io.cobre.solver.stochastic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.cobre.solver.error.ValidationException;
import io.cobre.solver.study.AvailabilityStatistics;
import io.cobre.solver.study.Correlation;
import io.cobre.solver.study.EntityClass;
import io.cobre.solver.study.ExternalScenario;
import io.cobre.solver.study.InflowData;
import io.cobre.solver.study.InflowObservation;
import io.cobre.solver.study.SamplingMethod;
import io.cobre.solver.study.ScenarioData;
import io.cobre.solver.study.Stage;

class SamplersTest
{
    private static final List<Stage> STAGES = Stages.months("2024-01-01", 3, 4);
    private static final InflowModel PAR = new InflowModel(
        new double[][]{{10, 20}, {11, 21}, {12, 22}},
        new double[][]{{2, 4}, {2, 4}, {2, 4}},
        new double[][]{{0.5, 0.25}, {0.5, 0.25}, {0.5, 0.25}},
        new int[]{1, 1},
        1);
    private static final InflowData PAST = new InflowData(
        List.of(), List.of(), List.of(), List.of(), new double[][]{{30}, {40}}, List.of());
    private static final LagTransitions LAGS =
        LagTransitions.of(STAGES, Stages.scenarios(Stages.monthly(), PAST), 2, 1);

    @Test
    void shouldDrawFreshNoiseByNoiseGroup()
    {
        final double[] expected = {-1.69152609301678, -1.64592789911044, -0.774375291259054};
        final FreshNoise fresh = fresh(SamplingMethod.SAA, 10, 1);
        final double[] noise = new double[1];
        for (int t = 0; t < 3; t++)
        {
            fresh.sample(1, 0, t, noise);
            assertEquals(expected[t], noise[0], 1e-14);
        }
    }

    @Test
    void shouldStratifyThePathsOfAnIteration()
    {
        for (final SamplingMethod method : new SamplingMethod[]{
            SamplingMethod.LHS, SamplingMethod.QMC_SOBOL, SamplingMethod.QMC_HALTON})
        {
            final FreshNoise fresh = fresh(method, 8, 1);
            final double[] noise = new double[1];
            final boolean[] hit = new boolean[8];
            for (int scenario = 0; scenario < 8; scenario++)
            {
                fresh.sample(3, scenario, 1, noise);
                int stratum = 0;
                while (stratum < 7 && noise[0] >= NormalQuantile.of((stratum + 1) / 8.0))
                {
                    stratum++;
                }
                hit[stratum] = true;
            }
            for (int stratum = 0; stratum < 8; stratum++)
            {
                assertTrue(hit[stratum], method + " leaves stratum " + stratum + " empty: " + Arrays.toString(hit));
            }
        }
    }

    @Test
    void shouldNotDependOnTheOrderOfCalls()
    {
        final FreshNoise fresh = fresh(SamplingMethod.QMC_HALTON, 8, 2);
        final double[] first = new double[2];
        final double[] again = new double[2];
        fresh.sample(1, 5, 2, first);
        fresh.sample(2, 5, 2, again);
        assertNotEquals(first[0], again[0]);
        fresh.sample(1, 5, 2, again);
        assertArrayEquals(first, again);
    }

    @Test
    void shouldFindTheNoiseBehindExternalInflows()
    {
        final List<ExternalScenario> rows = new ArrayList<>();
        for (int t = 0; t < 3; t++)
        {
            // two scenarios at the last stage, one before
            for (int k = 0; k < (t == 2 ? 2 : 1); k++)
            {
                rows.add(new ExternalScenario(t, k, 0, 30 + t + 5 * k));
                rows.add(new ExternalScenario(t, k, 1, 33 - t + 5 * k));
            }
        }
        final NoiseLayout layout = NoiseLayout.of(2, new double[3][0], List.of());
        final ExternalPaths paths = ExternalPaths.inflows(rows, layout, PAR, LAGS, 3);
        assertEquals(2, paths.paths());
        assertEquals(1, paths.given(0));
        final double[] noise = new double[2];
        for (int path = 0; path < 2; path++)
        {
            double[] memory = {30, 40};
            for (int t = 0; t < 3; t++)
            {
                paths.noise(path, t, noise);
                final int k = t == 2 ? path : 0;
                final double[] realised = {
                    PAR.expected(t, 0, memory, 0) + 2 * noise[0], PAR.expected(t, 1, memory, 0) + 4 * noise[1]};
                assertArrayEquals(new double[]{30 + t + 5 * k, 33 - t + 5 * k}, realised, 1e-12);
                memory = realised;
            }
        }
    }

    @Test
    void shouldStandardiseExternalLoadsAndAvailabilities()
    {
        final List<AvailabilityStatistics> availability = List.of(new AvailabilityStatistics(1, 0, 0.5, 0.1));
        final double[][] std = {{0, 20}};
        final NoiseLayout layout = NoiseLayout.of(0, std, availability);
        final ScenarioData none = ScenarioData.none();
        final NoiseMap map = new NoiseMap(
            new double[][]{{100, 200}}, std,
            new ScenarioData(
                none.calendar(), none.inflow(), availability, List.of(), List.of(), List.of(), null,
                Correlation.none(), List.of(), none.training(), none.simulation(), none.estimation(),
                none.nonNegativity()),
            new InflowModel(new double[1][0], new double[1][0], new double[1][0], new int[0], 0),
            layout);
        final double[] noise = new double[2];
        ExternalPaths.independent(
            EntityClass.LOAD, List.of(new ExternalScenario(0, 0, 1, 230)), layout, map, 1).noise(0, 0, noise);
        ExternalPaths.independent(
            EntityClass.NCS, List.of(new ExternalScenario(0, 0, 1, 0.35)), layout, map, 1).noise(0, 0, noise);
        assertArrayEquals(new double[]{1.5, -1.5}, noise, 1e-12);
        assertThrows(ValidationException.class, () -> ExternalPaths.independent(
            EntityClass.LOAD, List.of(new ExternalScenario(0, 0, 0, 230)), layout, map, 1));
    }

    @Test
    void shouldRefuseExternalScenariosWithHoles()
    {
        final NoiseLayout layout = NoiseLayout.of(2, new double[3][0], List.of());
        assertThrows(ValidationException.class, () -> ExternalPaths.inflows(
            List.of(new ExternalScenario(0, 0, 0, 1)), layout, PAR, LAGS, 3));
        assertThrows(ValidationException.class, () -> ExternalPaths.inflows(
            List.of(
                new ExternalScenario(0, 0, 0, 1), new ExternalScenario(1, 0, 0, 1), new ExternalScenario(2, 0, 0, 1)),
            layout, PAR, LAGS, 3));
    }

    @Test
    void shouldReplayWindowsOfTheHistory()
    {
        final HistoricalWindows windows = windows(List.of());
        // from 2001 to 2003 there are all three stages and the December before
        assertEquals(List.of(2001, 2002, 2003), windows.years());
        final HistoricalSampler sampler = new HistoricalSampler(windows, 2);
        final double[] noise = new double[2];
        final double[] memory = new double[2];
        for (int scenario = 0; scenario < 5; scenario++)
        {
            final int year = windows.years().get(sampler.window(1, scenario));
            sampler.initialLags(1, scenario, memory, 0);
            assertArrayEquals(new double[]{inflow(0, year - 1, 12), inflow(1, year - 1, 12)}, memory);
            for (int t = 0; t < 3; t++)
            {
                sampler.sample(1, scenario, t, noise);
                for (int h = 0; h < 2; h++)
                {
                    final double realised = PAR.expected(t, h, memory, 0) + PAR.sigma(t, h) * noise[h];
                    assertEquals(inflow(h, year, t + 1), realised, 1e-10);
                }
                memory[0] = inflow(0, year, t + 1);
                memory[1] = inflow(1, year, t + 1);
            }
        }
    }

    @Test
    void shouldUseOnlyAllowedWindows()
    {
        assertEquals(List.of(2002), windows(List.of(2002, 1990)).years());
        assertThrows(ValidationException.class, () -> windows(List.of(1990)));
    }

    @Test
    void shouldComposeClassesFromTheirSources()
    {
        final NoiseLayout layout = NoiseLayout.of(
            1, new double[][]{{5, 0}}, List.of(new AvailabilityStatistics(0, 0, 0.5, 0.1)));
        final ForwardSampler composed = ClassSampler.of(layout, constant(1), constant(2), constant(3));
        final double[] noise = new double[3];
        composed.sample(1, 0, 0, noise);
        assertArrayEquals(new double[]{1, 2, 3}, noise);
        final ForwardSampler same = constant(7);
        assertEquals(same, ClassSampler.of(layout, same, same, same));
    }

    private static ForwardSampler constant(final double value)
    {
        return (iteration, scenario, stage, noise) -> Arrays.fill(noise, value);
    }

    private static FreshNoise fresh(final SamplingMethod method, final int batch, final int dimension)
    {
        final SamplingMethod[] methods = {method, method, method};
        final NoiseLayout layout = NoiseLayout.of(dimension, new double[3][0], List.of());
        return new FreshNoise(
            42, STAGES, methods, batch, dimension, new SpatialCorrelation(Correlation.none(), layout, STAGES));
    }

    private static HistoricalWindows windows(final List<Integer> allowed)
    {
        final List<InflowObservation> history = new ArrayList<>();
        for (int month = 5; month < 5 + 40; month++)
        {
            final LocalDate date = LocalDate.of(2000, 1, 1).plusMonths(month);
            for (int h = 0; h < 2; h++)
            {
                history.add(new InflowObservation(h, date, inflow(h, date.getYear(), date.getMonthValue())));
            }
        }
        final ScenarioData scenarios = Stages.scenarios(
            Stages.monthly(),
            new InflowData(List.of(), List.of(), List.of(), history, PAST.past(), List.of()));
        return HistoricalWindows.of(scenarios, STAGES, 2, PAR, LAGS, allowed);
    }

    private static double inflow(final int hydro, final int year, final int month)
    {
        return 20 + 10 * hydro + year % 7 + 0.5 * month;
    }
}
