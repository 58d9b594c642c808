package io.cobre.solver.study.input;

import io.cobre.solver.error.CobreIOException;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.parquet.ColumnType;
import io.cobre.solver.parquet.ParquetTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A Parquet input file that is read by declaration, as {@link JsonObject} does for JSON. A file that is absent is a
 * table without rows.
 */
final class TableReader
{
    private final Problems problems;
    private final Place place;
    private final ParquetTable table;
    private final Map<String, String> declared = new LinkedHashMap<>();
    private int rows;

    private TableReader(final Problems problems, final Place place, final ParquetTable table)
    {
        this.problems = problems;
        this.place = place;
        this.table = table;
        rows = table == null ? 0 : table.rows();
    }

    /**
     * Open a file.
     *
     * @param problems for what is wrong.
     * @param folder   case folder.
     * @param file     relative to it.
     * @return the table; empty if the file is absent or broken.
     */
    static TableReader open(final Problems problems, final Path folder, final String file)
    {
        final Place place = Place.file(file);
        final Path path = folder.resolve(file);
        if (!Files.exists(path))
        {
            return new TableReader(problems, place, null);
        }
        try
        {
            return new TableReader(problems, place, ParquetTable.read(path));
        }
        catch (final CobreIOException ex)
        {
            problems.error(SolverErrorKind.PARSE_ERROR, place, null, ex.getMessage(), "write the file again");
            return new TableReader(problems, place, null);
        }
    }

    Place place()
    {
        return place;
    }

    Problems problems()
    {
        return problems;
    }

    /**
     * Number of rows.
     *
     * @return 0 after an error in the columns.
     */
    int rows()
    {
        return rows;
    }

    /**
     * A required column of integers without nulls.
     *
     * @param name of the column.
     * @return by row.
     */
    int[] ints(final String name)
    {
        return present(name, ColumnType.INT32, true) && complete(name) ? table.ints(name) : new int[rows];
    }

    /**
     * A required column of unsigned integers without nulls.
     *
     * @param name of the column.
     * @return by row.
     */
    int[] unsigned(final String name)
    {
        return present(name, ColumnType.UINT32, true) && complete(name) ? table.ints(name) : new int[rows];
    }

    /**
     * A required column of dates without nulls.
     *
     * @param name of the column.
     * @return days since 1970-01-01 by row.
     */
    int[] dates(final String name)
    {
        return present(name, ColumnType.DATE, true) && complete(name) ? table.ints(name) : new int[rows];
    }

    /**
     * An optional column of integers.
     *
     * @param name   of the column.
     * @param absent value of nulls and of an absent column.
     * @return by row.
     */
    int[] intsOr(final String name, final int absent)
    {
        final int[] result = new int[rows];
        Arrays.fill(result, absent);
        if (present(name, ColumnType.INT32, false))
        {
            for (int row = 0; row < rows; row++)
            {
                result[row] = table.isNull(name, row) ? absent : table.ints(name)[row];
            }
        }
        return result;
    }

    /**
     * A required column of numbers without nulls.
     *
     * @param name  of the column.
     * @param range of the values.
     * @return by row.
     */
    double[] doubles(final String name, final Range range)
    {
        return present(name, ColumnType.DOUBLE, true) && complete(name) ? checked(name, range) : new double[rows];
    }

    /**
     * An optional column of numbers.
     *
     * @param name  of the column.
     * @param range of the values.
     * @return by row; NaN for nulls and in an absent column.
     */
    double[] doublesOrNaN(final String name, final Range range)
    {
        if (present(name, ColumnType.DOUBLE, false))
        {
            return checked(name, range);
        }
        final double[] result = new double[rows];
        Arrays.fill(result, Double.NaN);
        return result;
    }

    /**
     * Warn of the columns that nothing asked for.
     *
     * @return this.
     */
    TableReader end()
    {
        if (table != null)
        {
            for (final String name : table.types().keySet())
            {
                if (!declared.containsKey(name))
                {
                    final String nearest = Names.nearest(name, declared.keySet());
                    problems.warning(
                        SolverErrorKind.SCHEMA_VIOLATION,
                        place.field(name),
                        null,
                        "is an unknown column and is ignored",
                        nearest == null ? "remove it" : "did you mean '" + nearest + "'?");
                }
            }
        }
        return this;
    }

    Place row(final int row)
    {
        return place.entity("row " + row);
    }

    private boolean present(final String name, final ColumnType type, final boolean required)
    {
        declared.put(name, type.name());
        if (table == null)
        {
            return false;
        }
        final ColumnType found = table.types().get(name);
        if (found == null)
        {
            if (required)
            {
                problems.error(
                    SolverErrorKind.SCHEMA_VIOLATION,
                    place.field(name),
                    null,
                    "is a missing column",
                    remedy(name));
                rows = 0;
            }
            return false;
        }
        if (found != type)
        {
            problems.error(
                SolverErrorKind.SCHEMA_VIOLATION,
                place.field(name),
                found.name(),
                "must be a column of type " + type + (found == ColumnType.OTHER ? "" : ", not " + found),
                "write it as " + type);
            rows = 0;
            return false;
        }
        return true;
    }

    /** The column may be there under a name that nothing else asks for. */
    private String remedy(final String missing)
    {
        final Set<String> free = new LinkedHashSet<>(table.types().keySet());
        free.removeAll(declared.keySet());
        free.remove("stage_id");
        final String nearest = Names.nearest(missing, free);
        return nearest == null ? "add it" : "did you mean '" + nearest + "'?";
    }

    private boolean complete(final String name)
    {
        for (int row = 0; row < rows && table.nullCount(name) > 0; row++)
        {
            if (table.isNull(name, row))
            {
                problems.error(
                    SolverErrorKind.SCHEMA_VIOLATION, row(row).field(name), null, "must not be null", "give a value");
                rows = 0;
                return false;
            }
        }
        return true;
    }

    private double[] checked(final String name, final Range range)
    {
        final double[] values = table.doubles(name).clone();
        for (int row = 0; row < rows; row++)
        {
            if (table.isNull(name, row))
            {
                values[row] = Double.NaN;
            }
            else if (!range.contains(values[row]))
            {
                problems.error(
                    SolverErrorKind.OUT_OF_RANGE,
                    row(row).field(name),
                    values[row],
                    "= " + values[row] + " must be " + range.describe(),
                    range.remedy());
            }
        }
        return values;
    }
}
