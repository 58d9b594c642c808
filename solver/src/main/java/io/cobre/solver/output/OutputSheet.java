package io.cobre.solver.output;

import io.cobre.solver.parquet.ParquetTables;
import io.cobre.solver.parquet.TableColumn;
import java.nio.file.Path;

/**
 * A table of results that is being filled, row by row.
 *
 * @param <R> what a row is made from.
 */
final class OutputSheet<R>
{
    private final ParquetTables table = new ParquetTables();
    private final OutputColumn.Cell<R>[] cells;
    private final TableColumn[] columns;

    @SuppressWarnings({"unchecked", "rawtypes"})
    OutputSheet(final OutputTable<R> declared)
    {
        final int count = declared.columns().size();
        this.cells = new OutputColumn.Cell[count];
        this.columns = new TableColumn[count];
        for (int i = 0; i < count; i++)
        {
            final OutputColumn<R> column = declared.columns().get(i);
            cells[i] = column.cell();
            columns[i] = column.nullable() ?
                table.optional(column.name(), column.type()) : table.required(column.name(), column.type());
        }
    }

    void add(final R row)
    {
        for (int i = 0; i < cells.length; i++)
        {
            cells[i].append(row, columns[i]);
        }
    }

    int rows()
    {
        return table.rows();
    }

    /** Write a file that appears complete or not at all. */
    void write(final Path file)
    {
        table.write(file);
    }

    /** Write a file of a folder that appears as a whole, and begin anew. */
    void flush(final Path file)
    {
        table.writePart(file);
        table.clear();
    }
}
