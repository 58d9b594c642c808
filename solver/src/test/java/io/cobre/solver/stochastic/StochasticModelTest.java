package io.cobre.solver.stochastic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

import io.cobre.solver.SmallStudies;
import io.cobre.solver.study.Correlation;
import io.cobre.solver.study.CorrelationGroup;
import io.cobre.solver.study.EntityClass;
import io.cobre.solver.study.Estimation;
import io.cobre.solver.study.ExternalScenario;
import io.cobre.solver.study.InflowData;
import io.cobre.solver.study.InflowObservation;
import io.cobre.solver.study.SamplingMethod;
import io.cobre.solver.study.SamplingScheme;
import io.cobre.solver.study.ScenarioData;
import io.cobre.solver.study.ScenarioSource;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.Study;

/**
 * The whole model of a study: two hydros, five months, six openings.
 */
class StochasticModelTest
{
    private static final Study PLAIN = SmallStudies.cascade(3, 1);
    private static final int STAGES = 5;

    @Test
    void shouldReadATreeThatAnotherModelHasDrawn()
    {
        final StochasticPlan plan = StochasticPlan.of(PLAIN);
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[plan.openingBytes()]);
        final StochasticModel drawn = plan.generate(buffer);
        final StochasticModel read = StochasticPlan.of(PLAIN).over(buffer);
        for (int t = 0; t < STAGES; t++)
        {
            for (int o = 0; o < 6; o++)
            {
                assertArrayEquals(opening(drawn, t, o), opening(read, t, o));
            }
        }
        assertEquals(STAGES * 6 * 2 * Double.BYTES, plan.openingBytes());
    }

    @Test
    void shouldDrawEveryStageByItsMethod()
    {
        final StochasticModel model = StochasticModel.of(study(sampling(
            SamplingMethod.SAA, SamplingMethod.LHS, SamplingMethod.QMC_SOBOL, SamplingMethod.QMC_HALTON,
            SamplingMethod.SAA), Correlation.none(), PLAIN.scenarios().training(), List.of(), null));
        assertArrayEquals(opening(StochasticModel.of(PLAIN), 0, 3), opening(model, 0, 3));
        final double[] noise = new double[2];
        for (int o = 0; o < 6; o++)
        {
            new ScrambledSobol(new Pcg64(SeedHash.stageBatch(42, 2)), SobolDirections.of(2)).point(o, noise);
            assertArrayEquals(noise, opening(model, 2, o));
            new ScrambledHalton(new Pcg64(SeedHash.stageBatch(42, 3)), 2, 6).point(o, noise);
            assertArrayEquals(noise, opening(model, 3, o));
        }
        final double[][] points = new double[6][2];
        LatinHypercube.fill(new Pcg64(SeedHash.stageBatch(42, 1)), points, 2);
        assertArrayEquals(points[4], opening(model, 1, 4));
    }

    @Test
    void shouldCorrelateTheOpenings()
    {
        final Correlation perfect = new Correlation(
            Map.of("default", List.of(new CorrelationGroup(
                EntityClass.INFLOW, new int[]{0, 1}, new double[][]{{1, 1}, {1, 1}}))), Map.of());
        final StochasticModel model = StochasticModel.of(
            study(List.of(), perfect, PLAIN.scenarios().training(), List.of(), null));
        final double[] independent = opening(StochasticModel.of(PLAIN), 2, 1);
        final double[] correlated = opening(model, 2, 1);
        assertEquals((independent[0] + independent[1]) / Math.sqrt(2), correlated[0], 1e-12);
        assertEquals(correlated[0], correlated[1], 1e-12);
    }

    @Test
    void shouldTakeTheOpeningsOfTheUser()
    {
        final double[][][] given = new double[STAGES][][];
        for (int t = 0; t < STAGES; t++)
        {
            given[t] = new double[][]{{t, 1}, {t, 2}};
        }
        final StochasticModel model = StochasticModel.of(
            study(List.of(), Correlation.none(), PLAIN.scenarios().training(), List.of(), given));
        assertEquals(2, model.openings().openings(4));
        assertArrayEquals(new double[]{3, 2}, opening(model, 3, 1));
    }

    @Test
    void shouldKeepNoMoreOpeningsThanExternalScenarios()
    {
        final List<ExternalScenario> external = new ArrayList<>();
        for (int t = 0; t < STAGES; t++)
        {
            for (int k = 0; k <= t; k++)
            {
                external.add(new ExternalScenario(t, k, 0, 30 + k));
                external.add(new ExternalScenario(t, k, 1, 20 + k));
            }
        }
        final ScenarioSource source = new ScenarioSource(
            7, SamplingScheme.EXTERNAL, SamplingScheme.IN_SAMPLE, SamplingScheme.IN_SAMPLE, List.of());
        final StochasticModel model =
            StochasticModel.of(study(List.of(), Correlation.none(), source, external, null));
        for (int t = 0; t < STAGES; t++)
        {
            assertEquals(t + 1, model.openings().openings(t));
        }
        final double[] noise = new double[2];
        model.trainingSampler().sample(1, 2, 4, noise);
        final double first = model.inflow().base(4, 0) + model.inflow().sigma(4, 0) * noise[0];
        final double second = model.inflow().base(4, 1) + model.inflow().sigma(4, 1) * noise[1];
        assertEquals(10.0, first - second, 1e-10);
        assertEquals(0.0, Math.IEEEremainder(first, 1.0), 1e-10);
    }

    @Test
    void shouldDrawResidualsOfTheHistory()
    {
        final List<InflowObservation> history = new ArrayList<>();
        for (int month = 0; month < 36; month++)
        {
            final LocalDate date = LocalDate.of(2000, 1, 1).plusMonths(month);
            history.add(new InflowObservation(0, date, 40 + month));
            history.add(new InflowObservation(1, date, 15 + month % 5));
        }
        final Study study = seasonal(PLAIN, new ScenarioData(
            Stages.monthly(),
            new InflowData(
                Collections.emptyList(), List.of(), List.of(), history, new double[0][], List.of()),
            List.of(), List.of(), List.of(), List.of(), null, Correlation.none(),
            Collections.nCopies(STAGES, SamplingMethod.HISTORICAL_RESIDUALS),
            PLAIN.scenarios().training(), PLAIN.scenarios().simulation(),
            new Estimation(0, false, 2, Double.POSITIVE_INFINITY),
            PLAIN.scenarios().nonNegativity()));
        final StochasticModel model = StochasticModel.of(study);
        // three windows, hence three openings; January has the values 40, 52 and 64
        assertEquals(3, model.openings().openings(0));
        for (int o = 0; o < 3; o++)
        {
            final double january = model.inflow().base(0, 0) + model.inflow().sigma(0, 0) * opening(model, 0, o)[0];
            assertEquals(0.0, Math.IEEEremainder(january - 40, 12), 1e-9);
        }
    }

    @Test
    void shouldSampleTrainingAndSimulationFromTheirOwnSources()
    {
        final ScenarioSource fresh = new ScenarioSource(
            42, SamplingScheme.OUT_OF_SAMPLE, SamplingScheme.IN_SAMPLE, SamplingScheme.IN_SAMPLE, List.of());
        final StochasticModel model =
            StochasticModel.of(study(List.of(), Correlation.none(), fresh, List.of(), null));
        final double[] training = new double[2];
        final double[] simulation = new double[2];
        model.trainingSampler().sample(1, 0, 0, training);
        model.simulationSampler().sample(1, 0, 0, simulation);
        assertEquals(-1.69152609301678, training[0], 1e-14);
        assertNotEquals(training[0], simulation[0]);
    }

    private static List<SamplingMethod> sampling(final SamplingMethod... methods)
    {
        return List.of(methods);
    }

    private static Study study(
        final List<SamplingMethod> sampling,
        final Correlation correlation,
        final ScenarioSource training,
        final List<ExternalScenario> external,
        final double[][][] openings)
    {
        final ScenarioData plain = PLAIN.scenarios();
        return seasonal(PLAIN, new ScenarioData(
            plain.calendar(), plain.inflow(), List.of(), external, List.of(), List.of(), openings, correlation,
            sampling, training, plain.simulation(), plain.estimation(), plain.nonNegativity()));
    }

    private static Study seasonal(final Study study, final ScenarioData scenarios)
    {
        final List<Stage> stages = new ArrayList<>();
        study.stages().forEach(stage -> stages.add(new Stage(
            stage.id(), stage.index(), stage.startDate(), stage.endDate(), stage.blockHours(), stage.openings(),
            stage.discountFactor(), stage.index())));
        return study.withStages(stages).withScenarios(scenarios);
    }

    private static double[] opening(final StochasticModel model, final int stage, final int opening)
    {
        final double[] noise = new double[model.openings().dimension()];
        model.openings().opening(stage, opening, noise);
        return noise;
    }
}
