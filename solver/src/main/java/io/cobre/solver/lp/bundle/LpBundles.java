package io.cobre.solver.lp.bundle;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cobre.solver.error.CobreIOException;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.files.AtomicFiles;
import io.cobre.solver.files.JsonText;
import io.cobre.solver.lp.FailedLp;
import io.cobre.solver.lp.FailedLpKeeper;
import io.cobre.solver.lp.LpSolver;
import io.cobre.solver.lp.LpSolverProvider;
import io.cobre.solver.lp.LpSolvers;
import io.cobre.solver.lp.LpSource;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps each failed LP in a folder of its own: {@code failure.json} for people, {@code model.mps} for other programs,
 * {@code unit.json} to do the solve again.
 */
public final class LpBundles implements FailedLpKeeper
{
    private static final String FAILURE = "failure.json";
    private static final String MODEL = "model.mps";
    private static final String UNIT = "unit.json";

    private final Path root;
    private final LpSolverProvider provider;

    /**
     * Bundles in a folder.
     *
     * @param root     made if missing.
     * @param provider looks for a conflict of rows and bounds.
     */
    public LpBundles(final Path root, final LpSolverProvider provider)
    {
        this.root = root;
        this.provider = provider;
    }

    /**
     * Instances of a solver whose failed LPs are kept in {@code diagnostics} of an output folder.
     *
     * @param solver       id.
     * @param outputFolder of the run; null keeps nothing.
     * @return a source with a log of its own.
     */
    public static LpSource source(final String solver, final Path outputFolder)
    {
        final LpSource source = LpSource.of(LpSolvers.byId(solver));
        return outputFolder == null ? source :
            source.keepingFailures(new LpBundles(outputFolder.resolve("diagnostics"), source.provider()));
    }

    @Override
    public Kept keep(final FailedLp failed)
    {
        final Conflict conflict = Conflict.in(failed, provider);
        final Path folder = root.toAbsolutePath().resolve(failed.place().fileName());
        AtomicFiles.folder(folder, (path) ->
        {
            Files.writeString(
                path.resolve(FAILURE), JsonText.page(summary(failed, conflict, folder)), StandardCharsets.UTF_8);
            Files.writeString(path.resolve(UNIT), JsonText.line(UnitJson.of(failed)) + "\n", StandardCharsets.UTF_8);
            try (BufferedWriter out = Files.newBufferedWriter(path.resolve(MODEL), StandardCharsets.UTF_8))
            {
                MpsText.write(failed, out);
            }
        });
        return new Kept(
            folder, conflict == null ? List.of() : conflict.parts().stream().map(Conflict.Part::limit).toList());
    }

    /**
     * Read a bundle.
     *
     * @param folder of one failed LP.
     * @return what was kept.
     * @throws CobreIOException if it is not a bundle.
     */
    public static FailedLp read(final Path folder)
    {
        final Path file = folder.resolve(UNIT);
        try
        {
            return UnitJson.read(new ObjectMapper().readTree(Files.readAllBytes(file)));
        }
        catch (final IOException ex)
        {
            throw new CobreIOException(SolverErrorKind.OUTPUT_NOT_FOUND, "cannot read " + file, file, ex);
        }
        catch (final IllegalArgumentException ex)
        {
            throw new CobreIOException(
                SolverErrorKind.OUTPUT_CORRUPTED, file + " is not a failed LP: " + ex.getMessage(), file, ex);
        }
    }

    private static Map<String, Object> summary(
        final FailedLp failed, final Conflict conflict, final Path folder)
    {
        final Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("failed", failed.place().toString());
        summary.put("solver", failed.solver());
        summary.put("library_sha256", failed.librarySha256());
        summary.put("columns", failed.model().columns());
        summary.put("rows", failed.model().rows());
        summary.put("attempts", failed.verdicts());
        summary.put("conflict", describe(conflict));
        summary.put("replay", "cobre replay-lp " + folder);
        summary.put("basis", failed.columnStatus() == null ? null :
            "one digit a variable in " + UNIT + ": at lower bound " + LpSolver.AT_LOWER + ", basic " +
            LpSolver.BASIC + ", at upper bound " + LpSolver.AT_UPPER + ", free " + LpSolver.AT_ZERO);
        return summary;
    }

    /**
     * A conflict in words.
     *
     * @param conflict may be null.
     * @return a line for each row and bound; empty if there is none.
     */
    public static List<String> describe(final Conflict conflict)
    {
        if (conflict == null)
        {
            return List.of("the LP of the violations was not solved either");
        }
        return conflict.parts().stream()
            .map((part) -> part.what() + " " + part.name() + ", " + part.side() + " bound " + part.bound() +
                ", weight " + part.weight())
            .toList();
    }
}
