package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * Turns JSON values into Java ones; null after a problem that was reported.
 */
final class JsonValues
{
    private final Problems problems;

    JsonValues(final Problems problems)
    {
        this.problems = problems;
    }

    <T> T mismatch(final Place where, final Object raw, final String expected)
    {
        problems.error(
            SolverErrorKind.TYPE_MISMATCH,
            where,
            raw,
            "must be " + expected + ", not " + JsonTree.typeName(raw),
            "write " + expected);
        return null;
    }

    <T> T cast(final Place where, final Object raw, final Class<T> type, final String expected)
    {
        return type.isInstance(raw) ? type.cast(raw) : mismatch(where, raw, expected);
    }

    Double toNumber(final Place where, final Object raw, final Range range)
    {
        if (!(raw instanceof Long || raw instanceof Double))
        {
            return mismatch(where, raw, "a number");
        }
        final double value = ((Number) raw).doubleValue();
        return inRange(where, raw, value, range) ? value : null;
    }

    Long toLong(final Place where, final Object raw)
    {
        return cast(where, raw, Long.class, "an integer");
    }

    Integer toInt(final Place where, final Object raw, final Range range)
    {
        final Long value = toLong(where, raw);
        if (value == null)
        {
            return null;
        }
        if (value != value.intValue())
        {
            problems.error(SolverErrorKind.OUT_OF_RANGE, where, raw, "does not fit 32 bits", "give a smaller number");
            return null;
        }
        return inRange(where, raw, value, range) ? value.intValue() : null;
    }

    private boolean inRange(final Place where, final Object raw, final double value, final Range range)
    {
        if (range.contains(value))
        {
            return true;
        }
        problems.error(
            SolverErrorKind.OUT_OF_RANGE, where, raw, "= " + raw + " must be " + range.describe(), range.remedy());
        return false;
    }

    String toWord(final Place where, final Object raw, final List<String> allowed)
    {
        final String word = cast(where, raw, String.class, "a string");
        if (word == null || allowed.contains(word))
        {
            return word;
        }
        problems.error(
            SolverErrorKind.INVALID_ENUM,
            where,
            raw,
            "= '" + word + "' is none of " + String.join(", ", allowed),
            Names.suggestion(word, allowed));
        return null;
    }

    LocalDate toDate(final Place where, final Object raw)
    {
        if (raw instanceof String text)
        {
            try
            {
                return LocalDate.parse(text);
            }
            catch (final DateTimeParseException ex)
            {
                problems.error(
                    SolverErrorKind.TYPE_MISMATCH, where, raw, "= '" + text + "' is not a date", "use YYYY-MM-DD");
                return null;
            }
        }
        return mismatch(where, raw, "a date (YYYY-MM-DD)");
    }

    double[] toNumbers(final Place where, final Object raw, final Range range)
    {
        if (!(raw instanceof List<?> list))
        {
            return mismatch(where, raw, "an array of numbers");
        }
        final double[] result = new double[list.size()];
        for (int i = 0; i < result.length; i++)
        {
            final Double value = toNumber(where.field("[" + i + "]"), list.get(i), range);
            result[i] = value == null ? Double.NaN : value;
        }
        return result;
    }

    int[] toInts(final Place where, final Object raw)
    {
        if (!(raw instanceof List<?> list))
        {
            return mismatch(where, raw, "an array of integers");
        }
        final int[] result = new int[list.size()];
        for (int i = 0; i < result.length; i++)
        {
            final Integer value = toInt(where.field("[" + i + "]"), list.get(i), Range.ANY);
            result[i] = value == null ? 0 : value;
        }
        return result;
    }

    double[][] toMatrix(final Place where, final Object raw)
    {
        if (!(raw instanceof List<?> list))
        {
            return mismatch(where, raw, "an array of arrays of numbers");
        }
        final double[][] result = new double[list.size()][];
        for (int i = 0; i < result.length; i++)
        {
            final double[] row = toNumbers(where.field("[" + i + "]"), list.get(i), Range.ANY);
            result[i] = row == null ? new double[0] : row;
        }
        return result;
    }
}
