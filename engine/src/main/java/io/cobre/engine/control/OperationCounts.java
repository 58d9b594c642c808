package io.cobre.engine.control;

import io.cobre.engine.spi.OperationCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How often the ranks of a run have started each operation: from the counters of a run that lives, or from the file
 * {@code operations.txt} that a failed one has left, a line {@code rank operation count} each.
 */
public final class OperationCounts
{
    private static final String FILE = "operations.txt";

    private OperationCounts()
    {
    }

    /**
     * Look the counts up.
     *
     * @param folder run directory or folder of diagnostics.
     * @return by rank, the most frequent operation of a rank first; empty if there are none.
     * @throws IOException when the file is damaged or cannot be read.
     */
    public static List<OperationCount> of(final Path folder) throws IOException
    {
        final List<OperationCount> counts = new ArrayList<>();
        if (Files.exists(folder.resolve(FILE)))
        {
            for (final String line : Files.readAllLines(folder.resolve(FILE)))
            {
                counts.add(parse(line));
            }
        }
        else
        {
            counts.addAll(Backends.counts(folder));
        }
        counts.sort(Comparator.comparingInt(OperationCount::rank)
            .thenComparing(Comparator.comparingLong(OperationCount::count).reversed())
            .thenComparing(OperationCount::operation));
        return counts;
    }

    /**
     * Save the counts of a run that is going to be removed.
     *
     * @param runDirectory of the run.
     * @param folder       for diagnostics.
     * @throws IOException when the file cannot be written.
     */
    public static void save(final Path runDirectory, final Path folder) throws IOException
    {
        final List<String> lines = of(runDirectory).stream()
            .map((count) -> count.rank() + " " + count.operation() + " " + count.count())
            .toList();
        if (!lines.isEmpty())
        {
            Files.write(folder.resolve(FILE), lines);
        }
    }

    private static OperationCount parse(final String line) throws IOException
    {
        final String[] words = line.split(" ");
        try
        {
            return new OperationCount(Integer.parseInt(words[0]), words[1], Long.parseLong(words[2]));
        }
        catch (final NumberFormatException | ArrayIndexOutOfBoundsException ex)
        {
            throw new IOException("not a line of " + FILE + ": " + line, ex);
        }
    }
}
