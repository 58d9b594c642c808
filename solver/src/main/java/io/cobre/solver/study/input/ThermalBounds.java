package io.cobre.solver.study.input;

import java.nio.file.Path;

/**
 * Table of limits and costs of thermals that differ in a stage; NaN keeps the base value.
 *
 * @param place     of the file.
 * @param thermalId by row.
 * @param stageId   by row.
 * @param min       MW by row.
 * @param max       MW by row.
 * @param cost      $/MWh by row.
 */
record ThermalBounds(Place place, int[] thermalId, int[] stageId, double[] min, double[] max, double[] cost)
{
    static final String NAME = "constraints/thermal_bounds.parquet";

    static ThermalBounds read(final Problems problems, final Path folder)
    {
        final TableReader table = TableReader.open(problems, folder, NAME);
        final int[] thermalId = table.ints("thermal_id");
        final int[] stageId = table.ints("stage_id");
        final double[] min = table.doublesOrNaN("min_generation_mw", Range.NOT_NEGATIVE);
        final double[] max = table.doublesOrNaN("max_generation_mw", Range.NOT_NEGATIVE);
        final double[] cost = table.doublesOrNaN("cost_per_mwh", Range.NOT_NEGATIVE);
        final int[] block = table.intsOr("block_id", -1);
        table.end();
        if (table.rows() == 0)
        {
            return new ThermalBounds(
                table.place(), new int[0], new int[0], new double[0], new double[0], new double[0]);
        }
        for (int row = 0; row < table.rows(); row++)
        {
            if (block[row] >= 0)
            {
                problems.notBuilt(table.row(row).field("block_id"), block[row], "limits of thermals by block");
            }
        }
        return new ThermalBounds(table.place(), thermalId, stageId, min, max, cost);
    }

    int rows()
    {
        return thermalId.length;
    }
}
