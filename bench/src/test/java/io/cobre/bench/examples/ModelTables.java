package io.cobre.bench.examples;

import io.cobre.solver.parquet.ColumnType;
import io.cobre.solver.parquet.ParquetTables;
import io.cobre.solver.parquet.TableColumn;
import java.nio.file.Path;
import java.util.List;

/**
 * Tables of inflow models.
 */
final class ModelTables
{
    private ModelTables()
    {
    }

    /**
     * Write the coefficients of autoregressive inflows.
     *
     * @param folder of the case.
     * @param rows   hydro, stage, lag, coefficient, ratio of the residual deviation.
     */
    static void coefficients(final Path folder, final List<double[]> rows)
    {
        final ParquetTables table = new ParquetTables();
        final TableColumn hydros = table.required("hydro_id", ColumnType.INT32);
        final TableColumn stages = table.required("stage_id", ColumnType.INT32);
        final TableColumn lags = table.required("lag", ColumnType.INT32);
        final TableColumn values = table.required("coefficient", ColumnType.DOUBLE);
        final TableColumn ratios = table.required("residual_std_ratio", ColumnType.DOUBLE);
        for (final double[] row : rows)
        {
            hydros.add((int) row[0]);
            stages.add((int) row[1]);
            lags.add((int) row[2]);
            values.add(row[3]);
            ratios.add(row[4]);
        }
        table.write(folder.resolve("scenarios/inflow_ar_coefficients.parquet"));
    }
}
