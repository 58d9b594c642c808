package io.cobre.solver.study.input;

import io.cobre.solver.study.HydroPhase;
import io.cobre.solver.study.ReservoirDetail;
import io.cobre.solver.study.Stage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What hydro plants do in each stage, and how far their reservoirs are to be filled.
 */
final class Phases
{
    static final Set<HydroPhase> OPERATING = EnumSet.of(HydroPhase.OPERATING);
    static final Set<HydroPhase> PRESENT = EnumSet.of(HydroPhase.FILLING, HydroPhase.OPERATING);

    private static final double M3S_HOUR_TO_HM3 = 3600.0 / 1e6;

    private final CaseFiles files;
    private final CaseIndex index;

    Phases(final CaseFiles files, final CaseIndex index)
    {
        this.files = files;
        this.index = index;
    }

    /**
     * What a plant does in a stage.
     *
     * @param hydro   the plant.
     * @param stageId the stage.
     * @return its phase.
     */
    static HydroPhase of(final HydrosFile.Entry hydro, final int stageId)
    {
        if (hydro.life().contains(stageId))
        {
            return HydroPhase.OPERATING;
        }
        return hydro.filling() != null && hydro.life().before(stageId) && stageId >= hydro.filling().startStageId() ?
            HydroPhase.FILLING : HydroPhase.ABSENT;
    }

    ReservoirDetail detail(final Stage stage, final double[] storageBelowCost, final double[] fillingCost)
    {
        final List<HydrosFile.Entry> hydros = index.hydros().sorted();
        final double[] below = storageBelowCost.clone();
        final double[] target = new double[hydros.size()];
        for (int hydro = 0; hydro < target.length; hydro++)
        {
            final HydroPhase phase = of(hydros.get(hydro), stage.id());
            if (HydroPhase.OPERATING != phase)
            {
                below[hydro] = Double.NaN;
            }
            if (HydroPhase.FILLING == phase)
            {
                target[hydro] = target(hydro, stage);
            }
        }
        return new ReservoirDetail(
            hydros.stream().map((hydro) -> of(hydro, stage.id())).toList(), below, target, fillingCost);
    }

    /**
     * The minimum storage in the last stage of filling; before that, what the water that is to stay has made of the
     * storage at the beginning, but not more.
     */
    private double target(final int hydro, final Stage stage)
    {
        final HydrosFile.Entry entry = index.hydros().sorted().get(hydro);
        final double goal = valueAt(stage.id(), StageTable.MIN_STORAGE, hydro, entry.minStorage());
        final boolean last = index.stages().sorted().stream()
            .noneMatch((later) -> later.id() > stage.id() && HydroPhase.FILLING == of(entry, later.id()));
        final boolean enters = stage.id() + 1 >= entry.life().entryStageId() ||
            index.stages().sorted().stream().anyMatch((later) -> later.id() >= entry.life().entryStageId());
        if (last && enters)
        {
            return goal;
        }
        double retained = 0.0;
        for (final StagesFile.Entry earlier : index.stages().sorted())
        {
            retained += earlier.id() <= stage.id() ? retained(entry, earlier) : 0.0;
        }
        return retained > 0.0 ? Math.min(goal, initial(entry.id()) + retained) : 0.0;
    }

    /**
     * Water that is to stay in a reservoir during a stage.
     *
     * @param hydro the plant, with filling.
     * @param stage the stage.
     * @return hm3; 0 in stages in which it does not fill.
     */
    double retained(final HydrosFile.Entry hydro, final StagesFile.Entry stage)
    {
        if (HydroPhase.FILLING != of(hydro, stage.id()))
        {
            return 0.0;
        }
        final double hours = stage.blocks().stream().mapToDouble(StagesFile.Block::hours).sum();
        return M3S_HOUR_TO_HM3 * hours *
            valueAt(stage.id(), StageTable.FILLING, index.hydros().index(hydro.id()), hydro.filling().inflow());
    }

    private double valueAt(final int stageId, final String column, final int hydro, final double base)
    {
        final StageTable table = files.constraints().hydros();
        double value = base;
        for (int row = 0; row < table.rows(); row++)
        {
            if (table.stageId()[row] == stageId && index.hydros().index(table.entityId()[row]) == hydro)
            {
                value = StudyAssembler.or(table.values().get(column)[row], value);
            }
        }
        return value;
    }

    private double initial(final int hydroId)
    {
        return files.initial().filling().stream()
            .filter((entry) -> entry.hydroId() == hydroId)
            .mapToDouble(InitialConditionsFile.Storage::value)
            .sum();
    }
}
