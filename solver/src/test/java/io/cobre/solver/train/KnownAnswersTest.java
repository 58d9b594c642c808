package io.cobre.solver.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cobre.solver.SmallStudies;
import io.cobre.solver.study.Bus;
import io.cobre.solver.study.Calendar;
import io.cobre.solver.study.Config;
import io.cobre.solver.study.HeadPlane;
import io.cobre.solver.study.Hydro;
import io.cobre.solver.study.HydroDetail;
import io.cobre.solver.study.Risk;
import io.cobre.solver.study.ScenarioData;
import io.cobre.solver.study.SeasonCycle;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.StageData;
import io.cobre.solver.study.StoppingRule;
import io.cobre.solver.study.Study;
import io.cobre.solver.study.Thermal;

/**
 * Examples of SDDP.jl (github.com/odow/SDDP.jl, docs/src/examples) with the bounds that its own tests assert. Stages
 * last so long that 1 m3/s fills 1 hm3: water, energy and cost are then those of the example, but for the hours as
 * factor of all costs.
 */
class KnownAnswersTest
{
    private static final double HOURS = 1.0 / 0.0036;
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double PLENTY = 1e4;

    /** A study of one bus and one thermal of any size. */
    private static final class Builder
    {
        private final List<Hydro> hydros = new ArrayList<>();
        private final List<Stage> stages = new ArrayList<>();
        private final List<StageData> data = new ArrayList<>();
        private final List<double[][]> openings = new ArrayList<>();
        private double[] minStorage = {0.0};
        private double[] maxStorage;
        private double[] initial;
        private double[] spillageCost = {0.0};
        private double[] loadStd = {0.0};
        private List<HeadPlane> planes = List.of();
        private double discount = 1.0;
        private int next = Calendar.END;
        private int iterations = 20;

        /** Mean and deviation of the inflow by hydro; noise by opening, inflows first, then the load if it has one. */
        private Builder stage(
            final double thermalCost,
            final double load,
            final double[] mean,
            final double[] std,
            final double[]... noise)
        {
            final int index = stages.size();
            final int count = mean.length;
            final LocalDate start = LocalDate.of(2024, 1, 1).plusMonths(index);
            stages.add(new Stage(
                index, index, start, start.plusMonths(1), new double[]{HOURS}, noise.length, discount, -1));
            openings.add(noise);
            final StageData plain = new StageData(
                new double[]{0.0}, new double[]{PLENTY}, new double[]{thermalCost},
                new double[0][], new double[0][], new double[0],
                new double[][]{{INFINITY}}, new double[][]{{PLENTY}}, new double[]{PLENTY},
                new double[]{load}, loadStd, new double[][]{{1.0}},
                repeat(minStorage, count), maxStorage, filled(count, PLENTY), filled(count, PLENTY), filled(count, 1.0),
                filled(count, 0.0), filled(count, INFINITY), repeat(spillageCost, count),
                filled(count, 0.0), filled(count, 0.0), mean, std);
            data.add(planes.isEmpty() ? plain : withPlanes(plain, count));
            return this;
        }

        private StageData withPlanes(final StageData p, final int count)
        {
            final HydroDetail none = HydroDetail.none(count);
            final HydroDetail detail = new HydroDetail(
                none.minTurbined(), none.minGeneration(), none.withdrawal(), none.maxDiversion(),
                none.diversionTarget(), none.diversionCost(), none.turbinedBelowCost(), none.generationBelowCost(),
                none.withdrawalBelowCost(), none.withdrawalAboveCost(), none.evaporationBelowCost(),
                none.evaporationAboveCost(), none.inflowSlackCost(), none.headTurbinedCost(),
                none.evaporationConstant(), none.evaporationSlope(), List.of(planes, planes));
            return new StageData(
                p.thermalMin(), p.thermalMax(), p.thermalCost(), p.lineDirect(), p.lineReverse(), p.lineCost(),
                p.deficitDepth(), p.deficitCost(), p.excessCost(), p.loadMean(), p.loadStd(), p.loadFactor(),
                p.minStorage(), p.maxStorage(), filled(count, 70.0), p.maxGeneration(), p.productivity(),
                p.minOutflow(), p.maxOutflow(), p.spillageCost(), p.outflowBelowCost(), p.outflowAboveCost(),
                p.inflowMean(), p.inflowStd(), detail, p.sources(), p.generic(), p.reservoirs(), p.contracts(),
                p.pumping());
        }

        /** Either formulation of cuts ends at the optimum. */
        private void shouldBe(final double optimum, final double tolerance)
        {
            assertEquals(optimum, Trainings.alone(study()).lowerBound() / HOURS, tolerance);
            assertEquals(optimum, Trainings.alone(SmallStudies.multi(study())).lowerBound() / HOURS, tolerance);
        }

        private Study study()
        {
            final ScenarioData none = ScenarioData.none();
            final ScenarioData scenarios = new ScenarioData(
                new Calendar(SeasonCycle.NONE, List.of(), List.of(), next), none.inflow(), none.availability(),
                none.externalInflow(), none.externalLoad(), none.externalNcs(), openings.toArray(new double[0][][]),
                none.correlation(), none.sampling(), none.training(), none.simulation(), none.estimation(),
                none.nonNegativity());
            return new Study(
                new Config(1, List.of(new StoppingRule.IterationLimit(iterations)), false, 42, false, 0),
                stages, data, List.of(new Bus(0, "bus")), List.of(), List.of(new Thermal(0, "thermal", 0)), hydros,
                initial, "known").withScenarios(scenarios);
        }

        private static double[] filled(final int count, final double value)
        {
            final double[] values = new double[count];
            java.util.Arrays.fill(values, value);
            return values;
        }

        private static double[] repeat(final double[] values, final int count)
        {
            return values.length == count ? values : filled(count, values[0]);
        }
    }

    private static Builder oneReservoir(final double max, final double initial)
    {
        final Builder builder = new Builder();
        builder.hydros.add(new Hydro(0, "hydro", 0, -1));
        builder.maxStorage = new double[]{max};
        builder.initial = new double[]{initial};
        return builder;
    }

    /** FAST_hydro_thermal.jl: 10. */
    @Test
    void shouldSolveTheHydroThermalProblemOfFast()
    {
        oneReservoir(8.0, 0.0)
            .stage(5.0, 6.0, new double[]{6.0}, new double[]{0.0}, new double[]{0.0})
            .stage(5.0, 6.0, new double[]{6.0}, new double[]{4.0}, new double[]{-1.0}, new double[]{1.0})
            .shouldBe(10.0, 1e-6);
    }

    /**
     * The same problem under risk, by hand: water x kept in the first stage costs 5 x there and saves 5 in the second
     * where it rains little; the worst of two costs 5 (4 - x) and their mean half of that.
     */
    @ParameterizedTest
    @CsvSource({"1.0, 0.0, 10.0", "0.5, 0.5, 15.0", "0.5, 1.0, 20.0"})
    void shouldBracketTheRiskAverseCostOfFast(final double alpha, final double lambda, final double cost)
    {
        final Builder builder = oneReservoir(8.0, 0.0)
            .stage(5.0, 6.0, new double[]{6.0}, new double[]{0.0}, new double[]{0.0})
            .stage(5.0, 6.0, new double[]{6.0}, new double[]{4.0}, new double[]{-1.0}, new double[]{1.0});

        final Study study = SmallStudies.innerBound(builder.study(), new Risk(alpha, lambda));

        for (final TrainingResult result : List.of(
            Trainings.alone(study), Trainings.alone(SmallStudies.multi(study))))
        {
            assertEquals(cost, result.lowerBound() / HOURS, 1e-6);
            assertEquals(cost, result.policy().info().upperBound() / HOURS, 1e-6);
        }
    }

    /** Tutorial "An introduction to SDDP.jl" (before: "Basic I: first steps"): 8333.33. */
    @Test
    void shouldSolveTheFirstTutorial()
    {
        final Builder builder = oneReservoir(200.0, 200.0);
        for (final double fuel : new double[]{50.0, 100.0, 150.0})
        {
            builder.stage(fuel, 150.0, new double[]{50.0}, new double[]{50.0},
                new double[]{-1.0}, new double[]{0.0}, new double[]{1.0});
        }

        builder.shouldBe(25_000.0 / 3.0, 1e-4);
    }

    /** infinite_horizon_trivial.jl: 2 / (1 - 0.9). */
    @Test
    void shouldSolveTheTrivialInfiniteHorizon()
    {
        final Builder builder = oneReservoir(0.0, 0.0);
        builder.discount = 0.9;
        builder.next = 0;
        builder.iterations = 40;
        builder.stage(1.0, 2.0, new double[]{0.0}, new double[]{0.0}, new double[]{0.0});

        builder.shouldBe(20.0, 1e-3);
    }

    /** infinite_horizon_hydro_thermal.jl: 119.167; inflow and demand move together. */
    @Test
    void shouldSolveTheInfiniteHorizonHydroThermalProblem()
    {
        final Builder builder = oneReservoir(15.0, 10.0);
        builder.minStorage = new double[]{5.0};
        builder.spillageCost = new double[]{10.0};
        builder.loadStd = new double[]{2.5};
        builder.discount = 0.9;
        builder.next = 0;
        builder.iterations = 60;
        builder.stage(1.0, 5.0, new double[]{5.0}, new double[]{5.0},
            new double[]{-1.0, 1.0}, new double[]{0.0, 0.0}, new double[]{1.0, -1.0});

        builder.shouldBe(119.167, 0.1);
    }

    /**
     * hydro_valley.jl without Markov prices: profits 835.0 and 838.33. Selling at a price is here a demand of 200 that
     * a thermal meets at that price. The example may refuse inflow of the lower reservoir: it spills for nothing here.
     */
    @Test
    void shouldSolveTheHydroValley()
    {
        final double[] zero = {0.0, 0.0};
        final double demand = 200.0 * (1.0 + 2.0 + 3.0);

        valley(zero, new double[][]{zero}).shouldBe(demand - 835.0, 1e-3);
        final double[] mean = {70.0 / 3.0, 20.0 / 3.0};
        final double[][] rain = {
            {-mean[0], -mean[1]}, {20.0 - mean[0], -mean[1]}, {50.0 - mean[0], 20.0 - mean[1]}};
        valley(mean, rain).shouldBe(demand - 838.33, 1e-2);
    }

    private static Builder valley(final double[] mean, final double[][] noise)
    {
        final double[] zero = {0.0, 0.0};
        final double[] unit = {1.0, 1.0};
        final Builder builder = new Builder();
        builder.hydros.add(new Hydro(0, "upper", 0, 1));
        builder.hydros.add(new Hydro(1, "lower", 0, -1));
        builder.maxStorage = new double[]{200.0, 200.0};
        builder.initial = new double[]{200.0, 200.0};
        builder.spillageCost = new double[]{1000.0, 0.0};
        builder.planes = List.of(
            new HeadPlane(0.0, 0.0, 1.1, 0.0), new HeadPlane(5.0, 0.0, 1.0, 0.0), new HeadPlane(35.0, 0.0, 0.5, 0.0));
        return builder
            .stage(1.0, 200.0, zero, zero, zero)
            .stage(2.0, 200.0, mean, unit, noise)
            .stage(3.0, 200.0, mean, unit, noise);
    }
}
