package io.cobre.solver.study.input;

import io.cobre.solver.study.HeadPlane;
import io.cobre.solver.study.HydroDetail;
import io.cobre.solver.study.HydroPhase;
import io.cobre.solver.study.ReservoirDetail;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.hydro.EvaporationLaw;
import io.cobre.solver.study.hydro.ReservoirGeometry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Parameters of the hydros in each stage.
 */
final class HydroAssembler
{
    private final CaseFiles files;
    private final CaseIndex index;
    private final List<HydrosFile.Entry> hydros;
    private final Map<Integer, ProductionModelsFile.Entry> models = new HashMap<>();
    private final Map<List<Object>, List<HeadPlane>> fitted = new HashMap<>();

    HydroAssembler(final CaseFiles files, final CaseIndex index)
    {
        this.files = files;
        this.index = index;
        hydros = index.hydros().sorted();
        files.system().production().models().forEach((entry) -> models.put(entry.hydroId(), entry));
    }

    /**
     * A limit of the hydros in a stage.
     *
     * @param stage  the stage.
     * @param base   value of the plant.
     * @param column that replaces it.
     * @return by hydro.
     */
    double[] limit(final Stage stage, final ToDoubleFunction<HydrosFile.Entry> base, final String column)
    {
        final double[] values = StudyAssembler.values(hydros, base);
        files.constraints().hydros().apply(stage.id(), column, index.hydros(), values);
        return values;
    }

    /**
     * A limit that holds only while hydros do certain things.
     *
     * @param stage  the stage.
     * @param base   value of the plant.
     * @param column that replaces it.
     * @param phases in which the limit holds.
     * @param none   value in all others.
     * @return by hydro.
     */
    double[] limit(
        final Stage stage,
        final ToDoubleFunction<HydrosFile.Entry> base,
        final String column,
        final Set<HydroPhase> phases,
        final double none)
    {
        final double[] values = limit(stage, base, column);
        for (int hydro = 0; hydro < values.length; hydro++)
        {
            if (!phases.contains(Phases.of(hydros.get(hydro), stage.id())))
            {
                values[hydro] = none;
            }
        }
        return values;
    }

    ReservoirDetail reservoirs(final Stage stage)
    {
        final List<HydroPenalties> penalties = penalties(stage);
        return new Phases(files, index).detail(
            stage, costs(penalties, HydroPenalties.STORAGE_BELOW), costs(penalties, HydroPenalties.FILLING_TARGET));
    }

    /**
     * Costs of the hydros in a stage, by all levels.
     *
     * @param stage the stage.
     * @return by hydro.
     */
    List<HydroPenalties> penalties(final Stage stage)
    {
        final List<HydroPenalties> penalties = new ArrayList<>();
        hydros.forEach((hydro) -> penalties.add(files.penalties().hydro().overriddenBy(hydro.penalties())));
        final StageTable table = files.constraints().hydroCosts();
        for (int row = 0; row < table.rows(); row++)
        {
            if (table.stageId()[row] == stage.id())
            {
                final int hydro = index.hydros().index(table.entityId()[row]);
                penalties.set(hydro, penalties.get(hydro).overriddenBy(HydroPenalties.of(table, row)));
            }
        }
        return penalties;
    }

    /**
     * Constant productivity in a stage; 0 for hydros with hyperplanes.
     *
     * @param stage the stage.
     * @return MW per m3/s by hydro.
     */
    double[] productivity(final Stage stage)
    {
        return StudyAssembler.values(hydros, (hydro) ->
        {
            final ProductionModelsFile.Choice choice = choice(hydro, stage);
            if (isFpha(choice))
            {
                return 0.0;
            }
            final double base = hydro.generation().productivity();
            return choice == null ? base : StudyAssembler.or(choice.productivity(), base);
        });
    }

    HydroDetail detail(final Stage stage)
    {
        final List<HydroPenalties> penalties = penalties(stage);
        final double[][] evaporation = evaporation(stage);
        return new HydroDetail(
            limit(
                stage, (hydro) -> hydro.generation().minTurbined(), StageTable.MIN_TURBINED, Phases.OPERATING, 0.0),
            limit(
                stage, (hydro) -> hydro.generation().minGeneration(), StageTable.MIN_GENERATION, Phases.OPERATING,
                0.0),
            limit(stage, (hydro) -> 0.0, StageTable.WITHDRAWAL, Phases.PRESENT, 0.0),
            limit(
                stage,
                (hydro) -> hydro.diversion() == null ? 0.0 : hydro.diversion().maxFlow(),
                StageTable.MAX_DIVERSION,
                Phases.OPERATING,
                0.0),
            diversionTargets(),
            costs(penalties, HydroPenalties.DIVERSION),
            costs(penalties, HydroPenalties.TURBINED_BELOW),
            costs(penalties, HydroPenalties.GENERATION_BELOW),
            costs(penalties, HydroPenalties.WITHDRAWAL_NEG),
            costs(penalties, HydroPenalties.WITHDRAWAL_POS),
            costs(penalties, HydroPenalties.EVAPORATION_NEG),
            costs(penalties, HydroPenalties.EVAPORATION_POS),
            costs(penalties, HydroPenalties.INFLOW_NONNEGATIVITY),
            costs(penalties, HydroPenalties.FPHA_TURBINED),
            evaporation[0],
            evaporation[1],
            hydros.stream().map((hydro) -> planes(hydro, stage)).toList());
    }

    static double[] costs(final List<HydroPenalties> penalties, final String name)
    {
        return StudyAssembler.values(penalties, (costs) -> costs.cost(name));
    }

    static boolean isFpha(final ProductionModelsFile.Choice choice)
    {
        return choice != null && HydrosFile.FPHA.equals(choice.model());
    }

    private ProductionModelsFile.Choice choice(final HydrosFile.Entry hydro, final Stage stage)
    {
        final ProductionModelsFile.Entry entry = models.get(hydro.id());
        return entry == null ? null : entry.choice(stage.id(), stage.seasonId());
    }

    private int[] diversionTargets()
    {
        return hydros.stream()
            .mapToInt((hydro) -> hydro.diversion() == null ?
                -1 : index.hydros().index(hydro.diversion().downstreamId()))
            .toArray();
    }

    /**
     * Evaporation as a linear function of the mean storage, by the tangent of the area at the reference volume:
     * mm times km2 over the hours of the stage, in m3/s.
     */
    private double[][] evaporation(final Stage stage)
    {
        final double[] constant = new double[hydros.size()];
        final double[] slope = new double[hydros.size()];
        Arrays.fill(constant, Double.NaN);
        for (int i = 0; i < constant.length; i++)
        {
            final HydrosFile.Evaporation law = hydros.get(i).evaporation();
            if (law != null && Phases.PRESENT.contains(Phases.of(hydros.get(i), stage.id())))
            {
                final ReservoirGeometry geometry =
                    PlaneFitter.geometry(files.system().head().geometry().get(hydros.get(i).id()));
                final double volume = law.referenceVolumes() == null ?
                    (hydros.get(i).minStorage() + hydros.get(i).maxStorage()) / 2.0 :
                    law.referenceVolumes()[stage.seasonId()];
                final EvaporationLaw tangent = EvaporationLaw.tangent(
                    geometry, law.coefficients()[stage.seasonId()], volume, stage.hours());
                slope[i] = tangent.slope();
                constant[i] = tangent.constant();
            }
        }
        return new double[][]{constant, slope};
    }

    private List<HeadPlane> planes(final HydrosFile.Entry hydro, final Stage stage)
    {
        final ProductionModelsFile.Choice choice = choice(hydro, stage);
        if (!isFpha(choice) || HydroPhase.OPERATING != Phases.of(hydro, stage.id()))
        {
            return List.of();
        }
        if (choice.fitting() != null && choice.fitting().computed())
        {
            return fitted.computeIfAbsent(List.of(hydro.id(), choice.fitting()), (key) ->
                new PlaneFitter(hydro, files.system().head().geometry().get(hydro.id())).fit(choice.fitting()));
        }
        return given(hydro.id(), stage.id());
    }

    private List<HeadPlane> given(final int hydroId, final int stageId)
    {
        final List<HeadPlane> own = planes(hydroId, stageId);
        return own.isEmpty() ? planes(hydroId, HeadTables.ALL_STAGES) : own;
    }

    private List<HeadPlane> planes(final int hydroId, final int stageId)
    {
        return files.system().head().planes().stream()
            .filter((plane) -> plane.hydroId() == hydroId && plane.stageId() == stageId)
            .map((plane) ->
                new HeadPlane(plane.gamma0() * plane.kappa(), plane.gammaV(), plane.gammaQ(), plane.gammaS()))
            .toList();
    }
}
