package io.cobre.solver.output;

import io.cobre.solver.parquet.ColumnType;
import io.cobre.solver.parquet.ParquetTables;
import io.cobre.solver.parquet.TableColumn;
import io.cobre.solver.train.IterationRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The table {@code training/convergence.parquet}: one row an iteration.
 */
final class ConvergenceTable
{
    private final ParquetTables table = new ParquetTables();
    private final TableColumn iteration = table.required("iteration", ColumnType.INT32);
    private final TableColumn lowerBound = table.required("lower_bound", ColumnType.DOUBLE);
    private final TableColumn upperBoundMean = table.required("upper_bound_mean", ColumnType.DOUBLE);
    private final TableColumn upperBoundStd = table.required("upper_bound_std", ColumnType.DOUBLE);
    private final TableColumn gapPercent = table.optional("gap_percent", ColumnType.DOUBLE);
    private final TableColumn cutsAdded = table.required("cuts_added", ColumnType.INT32);
    private final TableColumn cutsRemoved = table.required("cuts_removed", ColumnType.INT32);
    private final TableColumn cutsActive = table.required("cuts_active", ColumnType.INT64);
    private final TableColumn forwardMs = table.required("time_forward_ms", ColumnType.INT64);
    private final TableColumn backwardMs = table.required("time_backward_ms", ColumnType.INT64);
    private final TableColumn totalMs = table.required("time_total_ms", ColumnType.INT64);
    private final TableColumn forwardPasses = table.required("forward_passes", ColumnType.INT32);
    private final TableColumn lpSolves = table.required("lp_solves", ColumnType.INT64);

    ConvergenceTable(final List<IterationRecord> rows, final int passes)
    {
        for (final IterationRecord row : rows)
        {
            add(row, passes);
        }
    }

    void write(final Path file)
    {
        table.write(file);
    }

    private void add(final IterationRecord row, final int passes)
    {
        iteration.add(row.iteration());
        lowerBound.add(row.lowerBound());
        upperBoundMean.add(row.upperBound());
        upperBoundStd.add(row.upperBoundStd());
        if (row.lowerBound() > 0.0)
        {
            gapPercent.add(100.0 * row.gap());
        }
        else
        {
            gapPercent.addNull();
        }
        cutsAdded.add(row.cutsAdded());
        cutsRemoved.add(row.cutsRemoved());
        cutsActive.add(row.cutsActive());
        forwardMs.add(TimeUnit.NANOSECONDS.toMillis(row.forwardNs()));
        backwardMs.add(TimeUnit.NANOSECONDS.toMillis(row.backwardNs()));
        totalMs.add(TimeUnit.NANOSECONDS.toMillis(row.totalNs()));
        forwardPasses.add(passes);
        lpSolves.add(row.lpSolves());
    }
}
