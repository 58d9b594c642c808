package io.cobre.solver.study.input;

import java.nio.file.Path;

/**
 * A table of mean and standard deviation by entity and stage.
 *
 * @param place    of the file.
 * @param idColumn name of the column of the entities.
 * @param entityId by row.
 * @param stageId  by row.
 * @param mean     by row.
 * @param std      by row.
 */
record StageStatistics(Place place, String idColumn, int[] entityId, int[] stageId, double[] mean, double[] std)
{
    static final String INFLOW = "scenarios/inflow_seasonal_stats.parquet";
    static final String SOURCE = "scenarios/non_controllable_stats.parquet";
    static final String LOAD = "scenarios/load_seasonal_stats.parquet";

    static StageStatistics inflow(final Problems problems, final Path folder)
    {
        return read(TableReader.open(problems, folder, INFLOW), "hydro_id", "mean_m3s", "std_m3s", Range.ANY);
    }

    static StageStatistics load(final Problems problems, final Path folder)
    {
        return read(TableReader.open(problems, folder, LOAD), "bus_id", "mean_mw", "std_mw", Range.ANY);
    }

    static StageStatistics sources(final Problems problems, final Path folder)
    {
        return read(TableReader.open(problems, folder, SOURCE), "ncs_id", "mean", "std", Range.FRACTION);
    }

    int rows()
    {
        return entityId.length;
    }

    private static StageStatistics read(
        final TableReader table,
        final String idColumn,
        final String meanColumn,
        final String stdColumn,
        final Range meanRange)
    {
        final int[] entityId = table.ints(idColumn);
        final int[] stageId = table.ints("stage_id");
        final double[] mean = table.doubles(meanColumn, meanRange);
        final double[] std = table.doubles(stdColumn, Range.NOT_NEGATIVE);
        table.end();
        return table.rows() == 0 ?
            new StageStatistics(table.place(), idColumn, new int[0], new int[0], new double[0], new double[0]) :
            new StageStatistics(table.place(), idColumn, entityId, stageId, mean, std);
    }
}
