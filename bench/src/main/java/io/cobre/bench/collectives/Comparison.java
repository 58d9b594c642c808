package io.cobre.bench.collectives;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares two CSV files of the benchmark by the median, row by row.
 */
final class Comparison
{
    /**
     * One row that stands in both files.
     *
     * @param key       library, ranks, operation and size.
     * @param oldNs     median then.
     * @param newNs     median now.
     * @param tolerance fraction by which it may be slower.
     * @param steady    whether the probes of both files agree within a quarter.
     */
    record Line(String key, long oldNs, long newNs, double tolerance, boolean steady)
    {
        double ratio()
        {
            return (double) newNs / Math.max(1, oldNs);
        }

        boolean isRegression()
        {
            return ratio() > 1.0 + tolerance;
        }

        @Override
        public String toString()
        {
            return String.format(
                Locale.ROOT,
                "%-48s %10d -> %10d ns  %5.2f%s%s",
                key,
                oldNs,
                newNs,
                ratio(),
                isRegression() ? String.format(Locale.ROOT, "  SLOWER (> %.0f %%)", tolerance * 100) : "",
                steady ? "" : "  [other placement: the probes differ]");
        }
    }

    private Comparison()
    {
    }

    static List<Line> of(final Map<String, RowResult> before, final Map<String, RowResult> after)
    {
        final List<Line> lines = new ArrayList<>();
        after.forEach((key, now) ->
        {
            final RowResult then = before.get(key);
            if (then != null)
            {
                lines.add(new Line(key, then.p50Ns(), now.p50Ns(), tolerance(now), comparable(then, now)));
            }
        });
        return lines;
    }

    static Map<String, RowResult> read(final Path file) throws IOException
    {
        final Map<String, RowResult> rows = new LinkedHashMap<>();
        for (final String line : Files.readAllLines(file, StandardCharsets.UTF_8))
        {
            if (!line.isBlank() && !line.startsWith("lib,") && !line.startsWith("#"))
            {
                final RowResult row = RowResult.parse(line);
                rows.put(row.key(), row);
            }
        }
        return rows;
    }

    private static double tolerance(final RowResult row)
    {
        for (final Row.Operation operation : Row.Operation.values())
        {
            if (operation.id().equals(row.operation()))
            {
                return operation.tolerance();
            }
        }
        throw new IllegalArgumentException("unknown operation '" + row.operation() + "' in " + row.key());
    }

    private static boolean comparable(final RowResult then, final RowResult now)
    {
        final long low = Math.min(then.probeBeforeNs(), now.probeBeforeNs());
        final long high = Math.max(then.probeBeforeNs(), now.probeBeforeNs());
        return high <= low * 1.25;
    }
}
