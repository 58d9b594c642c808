package io.cobre.solver.output;

import io.cobre.solver.simulate.SimulationListener;
import io.cobre.solver.simulate.StageOutcome;
import io.cobre.solver.stochastic.StochasticModel;
import io.cobre.solver.study.Study;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes the tables {@code TABLE/scenario_id=NNNN/data.parquet} of the scenarios of one rank. LP results become rows
 * right after each solve, and a scenario is on disk when it is complete: memory does not grow with the number of
 * scenarios.
 */
public final class SimulationTables implements SimulationListener
{
    private final Path folder;
    private final OutcomeRow row;
    private final List<Filling> fillings = new ArrayList<>();

    /**
     * Tables of the scenarios of one rank.
     *
     * @param folder     of the simulation; it appears as a whole when all ranks are done.
     * @param study      the case.
     * @param stochastic its random part.
     */
    public SimulationTables(final Path folder, final Study study, final StochasticModel stochastic)
    {
        this.folder = folder;
        this.row = new OutcomeRow(study);
        of(study, stochastic).forEach((table) -> fillings.add(new Filling(table, study)));
    }

    /**
     * Tables, or nothing.
     *
     * @param folder     of the simulation, or null.
     * @param study      the case.
     * @param stochastic its random part.
     * @return hears nothing if there is no folder.
     */
    public static SimulationListener into(final Path folder, final Study study, final StochasticModel stochastic)
    {
        return folder == null ? SimulationListener.NONE : new SimulationTables(folder, study, stochastic);
    }

    /**
     * The tables that a simulation of a case has.
     */
    static List<EntityTable> of(final Study study, final StochasticModel stochastic)
    {
        return EntityTable.all(stochastic.inflow().lags()).stream().filter((table) -> table.rows(study) > 0).toList();
    }

    @Override
    public void stage(final StageOutcome outcome)
    {
        row.open(outcome);
        fillings.forEach((filling) -> filling.add(row));
    }

    @Override
    public void scenario(final int scenario, final double dollars)
    {
        for (final Filling filling : fillings)
        {
            filling.sheet.flush(folder.resolve(
                String.format(Locale.ROOT, "%s/scenario_id=%04d/data.parquet", filling.name, scenario)));
        }
    }

    /**
     * One table of the scenario under way.
     */
    private static final class Filling
    {
        private final String name;
        private final boolean byBlock;
        private final int[][] entities;
        private final OutputSheet<OutcomeRow> sheet;

        private Filling(final EntityTable table, final Study study)
        {
            this.name = table.table().name();
            this.byBlock = table.byBlock();
            this.entities = study.stages().stream()
                .map((stage) -> table.entities().of(study, stage))
                .toArray(int[][]::new);
            this.sheet = new OutputSheet<>(table.table());
        }

        private void add(final OutcomeRow row)
        {
            for (final int entity : entities[row.stage().index()])
            {
                if (byBlock)
                {
                    for (int block = 0; block < row.stage().blocks(); block++)
                    {
                        row.at(entity, block);
                        sheet.add(row);
                    }
                }
                else
                {
                    row.at(entity, OutcomeRow.NO_BLOCK);
                    sheet.add(row);
                }
            }
        }
    }
}
