package io.cobre.solver.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cobre.solver.study.AvailabilityStatistics;
import io.cobre.solver.study.Bus;
import io.cobre.solver.study.Config;
import io.cobre.solver.study.ContractDetail;
import io.cobre.solver.study.GenericRow;
import io.cobre.solver.study.GenericTerm;
import io.cobre.solver.study.GenericVariable;
import io.cobre.solver.study.HeadPlane;
import io.cobre.solver.study.Hydro;
import io.cobre.solver.study.HydroDetail;
import io.cobre.solver.study.NonControllable;
import io.cobre.solver.study.PumpingDetail;
import io.cobre.solver.study.ReservoirDetail;
import io.cobre.solver.study.ScenarioData;
import io.cobre.solver.study.SourceDetail;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.StageData;
import io.cobre.solver.study.StoppingRule;
import io.cobre.solver.study.Study;
import io.cobre.solver.study.Thermal;

/**
 * One stage of ten hours, a load of 100 MW, a thermal of 80 MW at 10 and one of 100 MW at 50, and two reservoirs
 * without room: the first gets an inflow of 10 m3/s and can only spill it at 0.01, below it nothing.
 */
class StageModelTest
{
    private static final double HOURS = 10.0;
    private static final double SPILLAGE = 0.01;
    private static final double WITHDRAWAL_BELOW = 100.0;

    private HydroDetail hydro = HydroDetail.none(2);
    private SourceDetail sources = SourceDetail.none();
    private List<NonControllable> plants = List.of();
    private List<GenericRow> generic = List.of();
    private ScenarioData scenarios = ScenarioData.none();
    private int downstream = -1;

    private double cost()
    {
        final double[] zero = new double[2];
        final double[] never = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        final StageData data = new StageData(
            new double[2][1], new double[][]{{80.0}, {100.0}}, new double[][]{{10.0}, {50.0}},
            new double[0][], new double[0][], new double[0],
            new double[][]{{Double.POSITIVE_INFINITY}}, new double[][]{{1000.0}}, new double[]{0.0},
            new double[]{100.0}, new double[]{0.0}, new double[][]{{1.0}},
            zero, zero, new double[]{0.0, 50.0}, new double[]{0.0, 50.0}, new double[]{0.0, 1.0},
            zero, never, new double[]{SPILLAGE, SPILLAGE}, new double[]{9.0, 9.0}, new double[]{9.0, 9.0},
            new double[]{10.0, 0.0}, zero, hydro, sources, generic,
            ReservoirDetail.operating(2), ContractDetail.none(), PumpingDetail.none());
        final LocalDate start = LocalDate.of(2030, 1, 1);
        final Study study = new Study(
            new Config(1, List.of(new StoppingRule.IterationLimit(1)), false, 1, false, 0),
            List.of(new Stage(0, 0, start, start.plusDays(1), new double[]{HOURS}, 1, 1.0, -1)),
            List.of(data),
            List.of(new Bus(0, "bus")),
            List.of(),
            List.of(new Thermal(0, "cheap", 0), new Thermal(1, "dear", 0)),
            List.of(new Hydro(0, "first", 0, downstream), new Hydro(1, "second", 0, -1)),
            plants,
            List.of(),
            List.of(),
            zero,
            scenarios,
            "one-stage");
        return Trainings.alone(study).lowerBound();
    }

    private static double thermal(final double cheap, final double dear)
    {
        return HOURS * (10.0 * cheap + 50.0 * dear);
    }

    private HydroDetail detail(
        final double[] withdrawal, final double[] diversion, final double evaporation, final List<HeadPlane> planes)
    {
        final double[] zero = new double[2];
        final double[] ones = {1.0, 1.0};
        return new HydroDetail(
            zero, zero, withdrawal, diversion, new int[]{1, -1}, new double[]{0.5, 0.5}, ones, ones,
            new double[]{WITHDRAWAL_BELOW, WITHDRAWAL_BELOW}, ones, ones, ones, ones,
            new double[]{0.25, 0.25}, new double[]{evaporation, Double.NaN}, zero, Arrays.asList(List.of(), planes));
    }

    @Test
    void shouldSpillWhatNobodyCanUse()
    {
        assertEquals(thermal(80.0, 20.0) + HOURS * 10.0 * SPILLAGE, cost(), 1e-6);
    }

    @Test
    void shouldTurbineWhatTheReservoirAboveSpills()
    {
        downstream = 1;
        assertEquals(thermal(80.0, 10.0) + HOURS * 10.0 * SPILLAGE, cost(), 1e-6);
    }

    @Test
    void shouldTurbineWhatIsDiverted()
    {
        hydro = detail(new double[2], new double[]{6.0, 0.0}, Double.NaN, List.of());
        assertEquals(thermal(80.0, 14.0) + HOURS * (4.0 * SPILLAGE + 6.0 * 0.5), cost(), 1e-6);
    }

    @Test
    void shouldWithdrawAndPayForWhatIsMissing()
    {
        downstream = 1;
        hydro = detail(new double[]{3.0, 9.0}, new double[2], Double.NaN, List.of());
        assertEquals(thermal(80.0, 20.0) + HOURS * (7.0 * SPILLAGE + 2.0 * WITHDRAWAL_BELOW), cost(), 1e-6);
    }

    /** Water that would evaporate can be kept at 1 a m3/s, and is worth 50. */
    @Test
    void shouldPayForEvaporationThatIsHeldBack()
    {
        downstream = 1;
        hydro = detail(new double[2], new double[2], 4.0, List.of());
        assertEquals(thermal(80.0, 10.0) + HOURS * (10.0 * SPILLAGE + 4.0 * 1.0), cost(), 1e-6);
    }

    /** Without a use for the water, evaporation costs nothing and saves its spillage. */
    @Test
    void shouldEvaporate()
    {
        hydro = detail(new double[2], new double[2], 4.0, List.of());
        assertEquals(thermal(80.0, 20.0) + HOURS * 6.0 * SPILLAGE, cost(), 1e-6);
    }

    @Test
    void shouldGenerateBelowItsHyperplanes()
    {
        downstream = 1;
        hydro = detail(
            new double[2], new double[2], Double.NaN,
            List.of(new HeadPlane(0.0, 0.0, 0.9, 0.0), new HeadPlane(2.0, 0.0, 0.5, 0.0)));
        assertEquals(thermal(80.0, 13.0) + HOURS * (10.0 * SPILLAGE + 10.0 * 0.25), cost(), 1e-6);
    }

    @ParameterizedTest
    @CsvSource({
        "AT_MOST, 30, NaN, 30, 0",
        "AT_MOST, 30, 5, 80, 50",
        "AT_MOST, 30, 45, 30, 0",
        "AT_LEAST, 70, NaN, 80, 0",
        "EQUAL, 60, NaN, 60, 0",
        "EQUAL, 60, 3, 80, 20",
        "EQUAL, 90, 7, 80, 10"
    })
    void shouldKeepAGenericConstraintOrPayForIt(
        final GenericRow.Sense sense,
        final double bound,
        final double slackCost,
        final double cheap,
        final double slack)
    {
        generic = List.of(new GenericRow(
            0, 0, sense, bound, slackCost,
            List.of(
                new GenericTerm(1.0, GenericVariable.THERMAL_GENERATION, 0, 0),
                new GenericTerm(2.0, GenericVariable.HYDRO_TURBINED, 1, 0))));
        final double paid = Double.isNaN(slackCost) ? 0.0 : slack * slackCost;
        assertEquals(thermal(cheap, 100.0 - cheap) + HOURS * (10.0 * SPILLAGE + paid), cost(), 1e-6);
    }

    private void constrain(final GenericVariable variable, final GenericRow.Sense sense, final double bound)
    {
        generic = List.of(new GenericRow(
            0, 0, sense, bound, Double.NaN, List.of(new GenericTerm(2.0, variable, 0, 0))));
    }

    /** Of 3 m3/s that are to be withdrawn, 2 have to be missing. */
    @Test
    void shouldConstrainTheWithdrawalThatIsMet()
    {
        hydro = detail(new double[]{3.0, 0.0}, new double[2], Double.NaN, List.of());
        constrain(GenericVariable.HYDRO_WITHDRAWAL, GenericRow.Sense.AT_MOST, 2.0);
        assertEquals(
            thermal(80.0, 20.0) + HOURS * (9.0 * SPILLAGE + 2.0 * WITHDRAWAL_BELOW), cost(), 1e-6);
    }

    private void wind()
    {
        plants = List.of(new NonControllable(0, "wind", 0, 50.0));
        sources = new SourceDetail(
            new boolean[]{true}, new double[]{20.0}, new double[][]{{0.5}}, new double[]{1.0});
    }

    /** Of 20 MW times 0.5, 6 are curtailed. */
    @Test
    void shouldConstrainCurtailment()
    {
        wind();
        constrain(GenericVariable.NON_CONTROLLABLE_CURTAILMENT, GenericRow.Sense.AT_LEAST, 12.0);
        assertEquals(thermal(80.0, 16.0) + HOURS * (10.0 * SPILLAGE - 4.0 * 1.0), cost(), 1e-6);
    }

    /** Of 50 MW times 0.8 times 0.5, 6 are curtailed. */
    @Test
    void shouldConstrainCurtailmentOfWhatIsSampled()
    {
        wind();
        final ScenarioData none = ScenarioData.none();
        scenarios = new ScenarioData(
            none.calendar(), none.inflow(), List.of(new AvailabilityStatistics(0, 0, 0.8, 0.0)),
            none.externalInflow(), none.externalLoad(), none.externalNcs(), none.noiseOpenings(),
            none.correlation(), none.sampling(), none.training(), none.simulation(), none.estimation(),
            none.nonNegativity());
        constrain(GenericVariable.NON_CONTROLLABLE_CURTAILMENT, GenericRow.Sense.AT_LEAST, 12.0);
        assertEquals(thermal(80.0, 6.0) + HOURS * (10.0 * SPILLAGE - 14.0 * 1.0), cost(), 1e-6);
    }

    @Test
    void shouldUseANonControllableSourceByItsFactor()
    {
        plants = List.of(new NonControllable(0, "wind", 0, 50.0), new NonControllable(1, "gone", 0, 50.0));
        sources = new SourceDetail(
            new boolean[]{true, false}, new double[]{20.0, 50.0}, new double[][]{{0.5}, {1.0}}, new double[]{1.0, 1.0});
        assertEquals(thermal(80.0, 10.0) + HOURS * (10.0 * SPILLAGE - 10.0 * 1.0), cost(), 1e-6);
    }
}
