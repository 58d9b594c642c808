package io.cobre.solver.output;

import io.cobre.solver.lp.ColumnGroup;
import io.cobre.solver.study.HydroDetail;
import io.cobre.solver.study.ReservoirDetail;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.Study;
import java.util.stream.IntStream;

/**
 * Which hydros get the water of which. The site of a plant that is absent in a stage lets water pass.
 */
final class HydroNetwork
{
    private static final int NOWHERE = -1;

    private final Study study;
    private final int[][] downstream;
    private final int[][] diversion;

    HydroNetwork(final Study study)
    {
        this.study = study;
        this.downstream = study.stages().stream()
            .map((stage) -> IntStream.range(0, study.hydros().size())
                .map((hydro) -> present(stage, study.hydros().get(hydro).downstream()))
                .toArray())
            .toArray(int[][]::new);
        this.diversion = study.stages().stream()
            .map((stage) -> IntStream.of(detail(stage).diversionTarget())
                .map((hydro) -> present(stage, hydro))
                .toArray())
            .toArray(int[][]::new);
    }

    private HydroDetail detail(final Stage stage)
    {
        return study.data().get(stage.index()).hydro();
    }

    /** The plant itself or the first one below it that holds water back. */
    private int present(final Stage stage, final int hydro)
    {
        final ReservoirDetail reservoirs = study.data().get(stage.index()).reservoirs();
        int found = hydro;
        while (NOWHERE != found && !reservoirs.present(found))
        {
            found = study.hydros().get(found).downstream();
        }
        return found;
    }

    /** Water that arrives from other hydros by the river or by diversion, m3/s. */
    double received(final OutcomeRow row)
    {
        final int[] below = downstream[row.stage().index()];
        double sum = diverted(row);
        for (int other = 0; other < below.length; other++)
        {
            if (below[other] == row.entity())
            {
                sum += HydroTable.outflow(row, other);
                if (!row.data().reservoirs().present(other))
                {
                    sum += row.value(ColumnGroup.INFLOW, other);
                }
            }
        }
        return sum;
    }

    /** Water that other hydros divert to this one, m3/s. */
    double diverted(final OutcomeRow row)
    {
        final int[] targets = diversion[row.stage().index()];
        double sum = 0.0;
        for (int other = 0; other < targets.length; other++)
        {
            if (targets[other] == row.entity())
            {
                sum += row.value(ColumnGroup.DIVERTED, other);
            }
        }
        return sum;
    }

    /** Whether others can divert water to this one. */
    boolean receives(final OutcomeRow row)
    {
        final int[] targets = diversion[row.stage().index()];
        for (int other = 0; other < targets.length; other++)
        {
            if (targets[other] == row.entity() && row.data().hydro().maxDiversion()[other] > 0.0)
            {
                return true;
            }
        }
        return false;
    }

    /** Water that stations pump to this hydro, m3/s. */
    double pumped(final OutcomeRow row)
    {
        double sum = 0.0;
        for (int pump = 0; pump < study.pumps().size(); pump++)
        {
            if (study.pumps().get(pump).destination() == row.entity())
            {
                sum += row.value(ColumnGroup.PUMPED, pump);
            }
        }
        return sum;
    }
}
