package io.cobre.bench.collectives;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the ranks measure: seconds a row and folder of histograms on the first two lines, then one row a line.
 *
 * @param rows            in order.
 * @param seconds         of measurement per row.
 * @param histogramFolder for HdrHistogram percentile files, or null.
 */
record BenchmarkPlan(List<Row> rows, double seconds, Path histogramFolder)
{
    void write(final Path file) throws IOException
    {
        final List<String> lines = new ArrayList<>();
        lines.add(Double.toString(seconds));
        lines.add(histogramFolder == null ? "" : histogramFolder.toString());
        rows.forEach((row) -> lines.add(row.operation() + "," + row.bytes() + "," + row.bufferKind()));
        Files.write(file, lines, StandardCharsets.UTF_8);
    }

    static BenchmarkPlan read(final Path file) throws IOException
    {
        final List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        final List<Row> rows = lines.stream().skip(2).map(BenchmarkPlan::row).toList();
        return new BenchmarkPlan(
            rows, Double.parseDouble(lines.get(0)), lines.get(1).isEmpty() ? null : Path.of(lines.get(1)));
    }

    private static Row row(final String line)
    {
        final String[] field = line.split(",");
        return new Row(
            Row.Operation.valueOf(field[0]), Integer.parseInt(field[1]), Row.BufferKind.valueOf(field[2]));
    }
}
