package io.cobre.solver.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.cobre.solver.stochastic.StochasticModel;
import io.cobre.solver.study.Bus;
import io.cobre.solver.study.Calendar;
import io.cobre.solver.study.Config;
import io.cobre.solver.study.Hydro;
import io.cobre.solver.study.InflowCoefficients;
import io.cobre.solver.study.InflowData;
import io.cobre.solver.study.InflowNonNegativity;
import io.cobre.solver.study.InflowStatistics;
import io.cobre.solver.study.ScenarioData;
import io.cobre.solver.study.Season;
import io.cobre.solver.study.SeasonCycle;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.StageData;
import io.cobre.solver.study.StoppingRule;
import io.cobre.solver.study.Study;
import io.cobre.solver.study.Thermal;

/**
 * Run-of-river plants whose costs follow from their inflows by arithmetic: every m3/s of inflow saves 50 $/h.
 */
class AutoregressiveTrainingTest
{
    private static final double HOURS = 730.0;
    private static final double COST = 50.0;
    private static final double LOAD = 300.0;
    private static final double PHI = 0.5;
    private static final double MEAN = 100.0;
    private static final double PAST = 200.0;

    @Test
    void shouldCarryInflowsFromStageToStage()
    {
        final List<Stage> stages = List.of(
            stage(0, "2024-01-01", "2024-02-01", 0),
            stage(1, "2024-02-01", "2024-03-01", 0),
            stage(2, "2024-03-01", "2024-04-01", 0));
        double lag = PAST;
        double expected = 0.0;
        for (int t = 0; t < 3; t++)
        {
            lag = MEAN + PHI * (lag - MEAN);
            expected += COST * HOURS * (LOAD - lag);
        }
        assertConverges(expected, study(stages, Calendar.none(), 1e-10, 1));
    }

    @Test
    void shouldHoldTheLagDuringTheWeeksOfAMonth()
    {
        final List<Stage> stages = List.of(
            stage(0, "2024-01-01", "2024-01-08", 0),
            stage(1, "2024-01-08", "2024-01-16", 0),
            stage(2, "2024-01-16", "2024-02-01", 0),
            stage(3, "2024-02-01", "2024-03-01", 1));
        final double january = MEAN + PHI * (PAST - MEAN);
        final double february = MEAN + PHI * (january - MEAN);
        assertConverges(
            COST * HOURS * (3 * (LOAD - january) + LOAD - february), study(stages, monthly(), 1e-10, 1));
    }

    @Test
    void shouldGiveValidBoundsUnderNoise()
    {
        final List<Stage> stages = List.of(
            stage(0, "2024-01-01", "2024-01-15", 0),
            stage(1, "2024-01-15", "2024-02-01", 0),
            stage(2, "2024-02-01", "2024-02-16", 1),
            stage(3, "2024-02-16", "2024-03-01", 1),
            stage(4, "2024-03-01", "2024-04-01", 2));
        final Study study = study(stages, monthly(), 20.0, 3);
        final TrainingResult result = Trainings.alone(study);
        // the plant cannot store, so the expected cost is that of the expected inflows over all combinations
        assertEquals(expectedCost(study), result.lowerBound(), 1e-6 * expectedCost(study));
    }

    /** Mean cost over all paths through the openings, by following the memory along each. */
    private static double expectedCost(final Study study)
    {
        final StochasticModel model = StochasticModel.of(study);
        final double[] memory = new double[model.lags().slots()];
        model.lags().initial(memory, 0);
        return expectedCost(model, study.stageCount(), 0, memory);
    }

    private static double expectedCost(
        final StochasticModel model, final int stages, final int stage, final double[] memory)
    {
        if (stage == stages)
        {
            return 0.0;
        }
        double sum = 0.0;
        final double[] noise = new double[1];
        final int openings = model.openings().openings(stage);
        for (int o = 0; o < openings; o++)
        {
            model.openings().opening(stage, o, noise);
            final double inflow =
                model.inflow().expected(stage, 0, memory, 0) + model.inflow().sigma(stage, 0) * noise[0];
            final double[] after = new double[memory.length];
            model.lags().advance(stage, memory, 0, new double[]{inflow}, after, 0);
            sum += COST * HOURS * (LOAD - inflow) + expectedCost(model, stages, stage + 1, after);
        }
        return sum / openings;
    }

    private static void assertConverges(final double expected, final Study study)
    {
        final TrainingResult result = Trainings.alone(study);
        assertEquals(expected, result.lowerBound(), 1e-6 * expected);
        assertEquals(expected, result.upperBound(), 1e-6 * expected);
    }

    private static Study study(
        final List<Stage> stages, final Calendar calendar, final double std, final int openings)
    {
        final List<StageData> data = new ArrayList<>();
        final List<InflowStatistics> statistics = new ArrayList<>();
        final List<InflowCoefficients> coefficients = new ArrayList<>();
        final List<Stage> withOpenings = new ArrayList<>();
        for (final Stage stage : stages)
        {
            withOpenings.add(new Stage(
                stage.id(), stage.index(), stage.startDate(), stage.endDate(), stage.blockHours(), openings, 1.0,
                stage.seasonId()));
            statistics.add(new InflowStatistics(0, stage.id(), MEAN, std));
            coefficients.add(new InflowCoefficients(0, stage.id(), new double[]{PHI}, 1.0));
            data.add(new StageData(
                new double[]{0.0}, new double[]{500.0}, new double[]{COST},
                new double[0][], new double[0][], new double[0],
                new double[][]{{Double.POSITIVE_INFINITY}}, new double[][]{{1000.0}}, new double[]{0.01},
                new double[]{LOAD}, new double[]{0.0}, new double[][]{{1.0}},
                new double[]{0.0}, new double[]{0.0}, new double[]{500.0}, new double[]{500.0}, new double[]{1.0},
                new double[]{0.0}, new double[]{Double.POSITIVE_INFINITY}, new double[]{0.01},
                new double[]{10000.0}, new double[]{10000.0},
                new double[]{MEAN}, new double[]{std}));
        }
        statistics.add(new InflowStatistics(0, -1, MEAN, std));
        final ScenarioData none = ScenarioData.none();
        final ScenarioData scenarios = new ScenarioData(
            calendar,
            new InflowData(statistics, coefficients, List.of(), List.of(), new double[][]{{PAST}}, List.of()),
            List.of(), List.of(), List.of(), List.of(), null, none.correlation(), List.of(),
            none.training(), none.simulation(), none.estimation(), InflowNonNegativity.NONE);
        return new Study(
            new Config(1, List.of(new StoppingRule.IterationLimit(20)), false, 42, false, 0),
            withOpenings,
            data,
            List.of(new Bus(0, "bus")),
            List.of(),
            List.of(new Thermal(0, "thermal", 0)),
            List.of(new Hydro(0, "hydro", 0, -1)),
            new double[]{0.0},
            "autoregressive").withScenarios(scenarios);
    }

    private static Calendar monthly()
    {
        final List<Season> seasons = new ArrayList<>();
        for (int month = 1; month <= 12; month++)
        {
            seasons.add(new Season(month - 1, month, 1, month, 31));
        }
        return new Calendar(SeasonCycle.MONTHLY, seasons, List.of());
    }

    private static Stage stage(final int id, final String start, final String end, final int season)
    {
        return new Stage(
            id, id, LocalDate.parse(start), LocalDate.parse(end), new double[]{HOURS}, 1, 1.0, season);
    }
}
