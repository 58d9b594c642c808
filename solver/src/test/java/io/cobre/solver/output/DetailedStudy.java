package io.cobre.solver.output;

import io.cobre.solver.SmallStudies;
import io.cobre.solver.study.Contract;
import io.cobre.solver.study.ContractDetail;
import io.cobre.solver.study.GenericRow;
import io.cobre.solver.study.GenericTerm;
import io.cobre.solver.study.GenericVariable;
import io.cobre.solver.study.HeadPlane;
import io.cobre.solver.study.HydroDetail;
import io.cobre.solver.study.InflowNonNegativity;
import io.cobre.solver.study.Line;
import io.cobre.solver.study.NonControllable;
import io.cobre.solver.study.PumpingDetail;
import io.cobre.solver.study.PumpingStation;
import io.cobre.solver.study.ReservoirDetail;
import io.cobre.solver.study.ScenarioData;
import io.cobre.solver.study.SourceDetail;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.StageData;
import io.cobre.solver.study.Study;
import java.util.ArrayList;
import java.util.List;

/**
 * A cascade in which every kind of cost occurs: diversion, hyperplanes, evaporation, withdrawal that cannot be met,
 * limits that cannot be kept, stochastic load, a curtailed source, generic constraints.
 */
final class DetailedStudy
{
    private static final double NEVER = Double.NaN;

    private DetailedStudy()
    {
    }

    static Study of(final int iterations)
    {
        return of(iterations, false);
    }

    static Study of(final int iterations, final boolean chronological)
    {
        final Study plain = SmallStudies.cascade(2, iterations);
        final List<StageData> data = new ArrayList<>();
        plain.data().forEach((stage) -> data.add(detailed(stage, data.size())));
        final ScenarioData none = ScenarioData.none();
        return new Study(
            plain.config(), plain.stages().stream().map((stage) -> stage(stage, chronological)).toList(), data,
            plain.buses(), List.of(new Line(0, "line", 0, 1, 0.06)), plain.thermals(), plain.hydros(),
            List.of(new NonControllable(7, "wind", 1, 90.0)),
            List.of(new Contract(4, "bought", 1, false), new Contract(5, "sold", 0, true)),
            List.of(new PumpingStation(2, "pump", 0, 1, 0, 0.3)), plain.initialStorage(),
            new ScenarioData(
                none.calendar(), none.inflow(), none.availability(), none.externalInflow(), none.externalLoad(),
                none.externalNcs(), none.noiseOpenings(), none.correlation(), none.sampling(), none.training(),
                none.simulation(), none.estimation(), InflowNonNegativity.PENALTY),
            "detailed");
    }

    private static Stage stage(final Stage plain, final boolean chronological)
    {
        return new Stage(
            plain.id(), plain.index(), plain.startDate(), plain.endDate(), new double[]{300.0, 430.0},
            plain.openings(), plain.discountFactor(), plain.seasonId(), plain.risk(), chronological);
    }

    private static StageData detailed(final StageData plain, final int stage)
    {
        final boolean active = stage != 2;
        final boolean idle = stage == 4;
        return new StageData(
            idle ? new double[][]{{30.0, 30.0}, {0.0, 0.0}, {0.0, 0.0}} : plain.thermalMin(),
            plain.thermalMax(), plain.thermalCost(), plain.lineDirect(), plain.lineReverse(),
            plain.lineCost(), plain.deficitDepth(), plain.deficitCost(), plain.excessCost(),
            idle ? new double[]{2.0, 2.0} : plain.loadMean(),
            new double[]{6.0, 0.0}, plain.loadFactor(), plain.minStorage(), plain.maxStorage(), plain.maxTurbined(),
            plain.maxGeneration(), plain.productivity(), new double[]{70.0, 60.0}, new double[]{300.0, 40.0},
            plain.spillageCost(), plain.outflowBelowCost(), plain.outflowAboveCost(), plain.inflowMean(),
            plain.inflowStd(), hydros(), new SourceDetail(
                new boolean[]{active}, new double[]{active ? 90.0 : 0.0}, new double[][]{{1.0, 0.5}},
                new double[]{0.01}), generic(),
            new ReservoirDetail(
                plain.reservoirs().phase(), new double[]{40.0, NEVER}, new double[]{0.0, 120.0},
                new double[]{0.0, 0.5}),
            new ContractDetail(new double[]{0.0, 2.0}, new double[]{12.0, 9.0}, new double[]{30.0, -10.0}),
            new PumpingDetail(new double[]{1.0}, new double[]{5.0}));
    }

    private static HydroDetail hydros()
    {
        final double[] cost = {300.0, 320.0};
        return new HydroDetail(
            new double[]{0.0, 85.0}, new double[]{0.0, 55.0}, new double[]{0.0, 4.0}, new double[]{6.0, 0.0},
            new int[]{1, -1}, new double[]{-2.0, 0.0}, cost, cost, new double[]{0.4, 0.4}, cost, cost, cost,
            new double[]{5000.0, 5000.0}, new double[]{0.0, 0.03}, new double[]{1.5, NEVER}, new double[]{0.02, 0.0},
            List.of(List.of(), List.of(
                new HeadPlane(2.0, 0.05, 0.6, -0.01), new HeadPlane(6.0, 0.02, 0.5, -0.02))));
    }

    private static List<GenericRow> generic()
    {
        return List.of(
            new GenericRow(3, 0, GenericRow.Sense.AT_MOST, 12.0, 4.0, term(GenericVariable.THERMAL_GENERATION)),
            new GenericRow(3, 1, GenericRow.Sense.AT_LEAST, 99.0, 4.0, term(GenericVariable.THERMAL_GENERATION)),
            new GenericRow(9, 1, GenericRow.Sense.EQUAL, 8.0, 5.0, term(GenericVariable.LINE_EXCHANGE)),
            new GenericRow(
                11, 0, GenericRow.Sense.AT_MOST, 1e4, NEVER, term(GenericVariable.HYDRO_STORAGE)));
    }

    private static List<GenericTerm> term(final GenericVariable variable)
    {
        return List.of(new GenericTerm(1.0, variable, 0, 0));
    }
}
