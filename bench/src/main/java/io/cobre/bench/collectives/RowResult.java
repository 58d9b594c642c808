package io.cobre.bench.collectives;

import java.util.Locale;

/**
 * Measured figures of one row; every statistic is the greatest over the ranks.
 *
 * @param library       column {@code lib}.
 * @param ranks         number of ranks.
 * @param operation     id of the operation.
 * @param bytes         payload per rank.
 * @param iterations    samples.
 * @param p50Ns         median.
 * @param p99Ns         99th percentile.
 * @param p999Ns        99.9th percentile.
 * @param maxNs         greatest sample.
 * @param meanNs        arithmetic mean.
 * @param probeBeforeNs one way of a cache line before the row.
 * @param probeAfterNs  the same after it.
 */
record RowResult(
    String library,
    int ranks,
    String operation,
    int bytes,
    long iterations,
    long p50Ns,
    long p99Ns,
    long p999Ns,
    long maxNs,
    long meanNs,
    long probeBeforeNs,
    long probeAfterNs)
{
    static final String CSV_HEADER =
        "lib,ranks,op,bytes_per_rank,iters,p50_ns,p99_ns,mean_ns,probe_before_ns,probe_after_ns";
    private static final int CSV_COLUMNS = 10;
    private static final double PROBE_TOLERANCE = 0.25;

    String csv()
    {
        return String.join(
            ",",
            library,
            Integer.toString(ranks),
            operation,
            Integer.toString(bytes),
            Long.toString(iterations),
            Long.toString(p50Ns),
            Long.toString(p99Ns),
            Long.toString(meanNs),
            Long.toString(probeBeforeNs),
            Long.toString(probeAfterNs));
    }

    /**
     * Read a line of a CSV file; the columns that the file does not have are 0.
     *
     * @param line as {@link #csv()} writes it.
     * @return the result.
     */
    static RowResult parse(final String line)
    {
        final String[] field = line.trim().split(",", -1);
        if (field.length < CSV_COLUMNS)
        {
            throw new IllegalArgumentException(
                "expected " + CSV_COLUMNS + " columns (" + CSV_HEADER + "), got " + field.length + ": " + line);
        }
        return new RowResult(
            field[0],
            Integer.parseInt(field[1]),
            field[2],
            Integer.parseInt(field[3]),
            Long.parseLong(field[4]),
            Long.parseLong(field[5]),
            Long.parseLong(field[6]),
            field.length > CSV_COLUMNS ? Long.parseLong(field[CSV_COLUMNS]) : 0,
            field.length > CSV_COLUMNS + 1 ? Long.parseLong(field[CSV_COLUMNS + 1]) : 0,
            Long.parseLong(field[7]),
            Long.parseLong(field[8]),
            Long.parseLong(field[9]));
    }

    /**
     * All fields, for the way from rank 0 to the parent: the CSV columns, then p99.9 and the maximum.
     *
     * @return to be read by {@link #parse(String)}.
     */
    String wire()
    {
        return csv() + "," + p999Ns + "," + maxNs;
    }

    /**
     * What identifies a row in a comparison.
     *
     * @return library, ranks, operation and size.
     */
    String key()
    {
        return library + "," + ranks + "," + operation + "," + bytes;
    }

    /**
     * Whether the machine was the same before and after the row.
     *
     * @return false when the probes differ by more than a quarter.
     */
    boolean isSteady()
    {
        final long low = Math.min(probeBeforeNs, probeAfterNs);
        final long high = Math.max(probeBeforeNs, probeAfterNs);
        return high <= low * (1.0 + PROBE_TOLERANCE);
    }

    double gigabytesPerSecond()
    {
        return p50Ns == 0 ? 0.0 : (double) bytes / p50Ns;
    }

    String line(final double memcpyGigabytesPerSecond)
    {
        final String bulk = bytes > 4096 ?
            String.format(
                Locale.ROOT,
                " %7.2f GB/s %5.2f of memcpy",
                gigabytesPerSecond(),
                gigabytesPerSecond() / memcpyGigabytesPerSecond) :
            "";
        return String.format(
            Locale.ROOT,
            "%-18s %2d  %-18s %9d B  p50 %9d  p99 %9d  p99.9 %9d  max %10d  mean %9d ns" +
            "  %9.0f op/s  probe %d/%d ns%s%s",
            library,
            ranks,
            operation,
            bytes,
            p50Ns,
            p99Ns,
            p999Ns,
            maxNs,
            meanNs,
            1e9 / Math.max(1, meanNs),
            probeBeforeNs,
            probeAfterNs,
            bulk,
            isSteady() ? "" : "  [unsteady]");
    }
}
