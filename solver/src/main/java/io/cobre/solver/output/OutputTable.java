package io.cobre.solver.output;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of results as it is declared.
 *
 * @param name    path of the table in its folder.
 * @param meaning of a row, in one phrase.
 * @param columns in the order of the file.
 * @param <R>     what a row is made from.
 */
record OutputTable<R>(String name, String meaning, List<OutputColumn<R>> columns)
{
    @SafeVarargs
    static <R> OutputTable<R> of(final String name, final String meaning, final OutputColumn<R>... columns)
    {
        final List<OutputColumn<R>> declared = new ArrayList<>(columns.length);
        for (final OutputColumn<R> column : columns)
        {
            declared.add(column);
        }
        return new OutputTable<>(name, meaning, List.copyOf(declared));
    }

    /** A sheet with the rows that are there. */
    OutputSheet<R> sheet(final List<R> rows)
    {
        final OutputSheet<R> sheet = new OutputSheet<>(this);
        rows.forEach(sheet::add);
        return sheet;
    }
}
