package io.cobre.solver.output;

import io.cobre.engine.CobreException;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.parquet.ColumnType;
import io.cobre.solver.parquet.TableColumn;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * A column of a table of results: what it is called, what it holds, and where its values come from.
 *
 * @param name     in the file.
 * @param type     in the file.
 * @param nullable whether values may be missing.
 * @param unit     of the values; empty for numbers without one.
 * @param meaning  for people, in one phrase.
 * @param cell     appends the value of a row.
 * @param <R>      what a row is made from.
 */
record OutputColumn<R>(String name, ColumnType type, boolean nullable, String unit, String meaning, Cell<R> cell)
{
    /**
     * Appends the value of a row.
     *
     * @param <R> what a row is made from.
     */
    @FunctionalInterface
    interface Cell<R>
    {
        void append(R row, TableColumn target);
    }

    static <R> OutputColumn<R> id(final String name, final String meaning, final ToIntFunction<R> value)
    {
        return new OutputColumn<>(
            name, ColumnType.INT32, false, "", meaning, (row, target) -> target.add(value.applyAsInt(row)));
    }

    /** A whole number that is missing where it would be negative. */
    static <R> OutputColumn<R> optionalId(final String name, final String meaning, final ToIntFunction<R> value)
    {
        return new OutputColumn<>(
            name, ColumnType.INT32, true, "", meaning, (row, target) ->
            {
                final int id = value.applyAsInt(row);
                if (id < 0)
                {
                    target.addNull();
                }
                else
                {
                    target.add(id);
                }
            });
    }

    static <R> OutputColumn<R> code(final String name, final String meaning, final ToIntFunction<R> value)
    {
        return new OutputColumn<>(
            name, ColumnType.INT8, false, "", meaning, (row, target) -> target.add(value.applyAsInt(row)));
    }

    static <R> OutputColumn<R> count(
        final String name, final String unit, final String meaning, final ToLongFunction<R> value)
    {
        return new OutputColumn<>(
            name, ColumnType.INT64, false, unit, meaning, (row, target) -> target.add(value.applyAsLong(row)));
    }

    static <R> OutputColumn<R> unsigned(final String name, final String meaning, final ToLongFunction<R> value)
    {
        return new OutputColumn<>(
            name, ColumnType.UINT32, false, "", meaning, (row, target) -> target.add(value.applyAsLong(row)));
    }

    static <R> OutputColumn<R> text(final String name, final String meaning, final Function<R, String> value)
    {
        return new OutputColumn<>(
            name, ColumnType.STRING, false, "", meaning, (row, target) -> target.add(value.apply(row)));
    }

    static <R> OutputColumn<R> flag(final String name, final String meaning, final Predicate<R> value)
    {
        return new OutputColumn<>(
            name, ColumnType.BOOLEAN, false, "", meaning, (row, target) -> target.add(value.test(row)));
    }

    static <R> OutputColumn<R> number(
        final String name, final String unit, final String meaning, final ToDoubleFunction<R> value)
    {
        return new OutputColumn<>(
            name, ColumnType.DOUBLE, false, unit, meaning, (row, target) ->
            {
                final double number = value.applyAsDouble(row);
                if (Double.isNaN(number))
                {
                    throw new CobreException(
                        SolverErrorKind.INTERNAL_PANIC, "the result " + name + " is not a number")
                        .with("column", name);
                }
                target.add(number);
            });
    }

    /** A number that is missing where it would be NaN. */
    static <R> OutputColumn<R> optionalNumber(
        final String name, final String unit, final String meaning, final ToDoubleFunction<R> value)
    {
        return new OutputColumn<>(
            name, ColumnType.DOUBLE, true, unit, meaning, (row, target) ->
            {
                final double number = value.applyAsDouble(row);
                if (Double.isNaN(number))
                {
                    target.addNull();
                }
                else
                {
                    target.add(number);
                }
            });
    }
}
