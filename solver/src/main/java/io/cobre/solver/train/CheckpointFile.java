package io.cobre.solver.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.cobre.engine.CobreException;
import io.cobre.solver.error.SolverErrorKind;

/**
 * Checkpoints on disk.
 */
public final class CheckpointFile
{
    private static final String PREVIOUS = ".previous";

    private CheckpointFile()
    {
    }

    /**
     * Where the older one of two checkpoints is kept.
     *
     * @param file of the newer one.
     * @return beside it.
     */
    public static Path previous(final Path file)
    {
        return file.resolveSibling(file.getFileName() + PREVIOUS);
    }

    /**
     * Read how far a checkpoint has come.
     *
     * @param file of the checkpoint.
     * @return its head.
     * @throws CobreException of kind CheckpointFailed if it does not exist or is damaged.
     */
    public static CheckpointHead head(final Path file)
    {
        return decode(file, decoder -> decoder.head(new ArrayList<>()));
    }

    /**
     * Read a checkpoint for a training.
     *
     * @param file     of the checkpoint.
     * @param identity of the training.
     * @return the whole state.
     * @throws CobreException of kind CheckpointFailed if it does not exist or is damaged; IncompatibleRuns if it is
     *                        of another training.
     */
    public static Checkpoint read(final Path file, final RunIdentity identity)
    {
        return decode(file, decoder ->
        {
            final List<IterationRecord> rows = new ArrayList<>();
            final CheckpointHead head = decoder.head(rows);
            check(file, head, identity);
            return decoder.rest(head, rows);
        });
    }

    /**
     * Find out whether a training can go on from a checkpoint.
     *
     * @param file     of the checkpoint, for messages.
     * @param head     of the checkpoint.
     * @param identity of the training.
     * @throws CobreException of kind IncompatibleRuns naming what differs.
     */
    public static void check(final Path file, final CheckpointHead head, final RunIdentity identity)
    {
        final Map<String, String[]> different = head.identity().differences(identity);
        if (different.isEmpty())
        {
            return;
        }
        final Map<String, Object> both = new LinkedHashMap<>();
        different.forEach((name, values) -> both.put(name, List.of(values)));
        throw new CobreException(
            SolverErrorKind.INCOMPATIBLE_RUNS,
            "checkpoint " + file + " is of another training: " + different.entrySet().stream()
                .map(entry -> entry.getKey() + " was " + entry.getValue()[0] + ", is " + entry.getValue()[1])
                .collect(Collectors.joining("; ")))
            .with("path", file.toString())
            .with("differs", both)
            .suggest("resume with the case and settings that made the checkpoint, or train without it");
    }

    /**
     * One way of reading.
     */
    private interface Reading<T>
    {
        T from(CheckpointDecoder decoder) throws IOException;
    }

    private static <T> T decode(final Path file, final Reading<T> reading)
    {
        if (!Files.isRegularFile(file))
        {
            throw CheckpointFormat.failed("there is no checkpoint " + file, file, null).suggest(remedy(file));
        }
        try (CheckpointDecoder decoder = new CheckpointDecoder(file))
        {
            return reading.from(decoder);
        }
        catch (final IOException | IllegalArgumentException | ArithmeticException | OutOfMemoryError e)
        {
            throw CheckpointFormat.failed("checkpoint " + file + " cannot be read: " + e.getMessage(), file, e)
                .suggest(remedy(file));
        }
        catch (final CobreException e)
        {
            throw null == e.suggestion() ? e.suggest(remedy(file)) : e;
        }
    }

    private static String remedy(final Path file)
    {
        final Path previous = previous(file);
        return Files.isRegularFile(previous) ?
            "an older one is kept: resume from " + previous :
            "give the file of a checkpoint that a training has written, or train without it";
    }
}
