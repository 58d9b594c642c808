package io.cobre.solver;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.cobre.solver.study.Study;
import io.cobre.solver.study.input.CaseLoader;

/**
 * The folders of the examples and, where they are at hand, of the reference cases.
 */
public final class CaseFolders
{
    private CaseFolders()
    {
    }

    /**
     * All cases; where the reference cases are absent, a folder that {@link #load} skips stands for them.
     *
     * @return folders in the order of their names, examples first.
     * @throws IOException if they cannot be listed.
     */
    public static List<Path> all() throws IOException
    {
        final List<Path> folders = below(Path.of(System.getProperty("cobre.root", ".."), "examples"));
        final Path references = Path.of(System.getProperty("cobre.cases", "absent"));
        folders.addAll(Files.isDirectory(references) ? below(references) : List.of(references));
        return folders;
    }

    private static List<Path> below(final Path root) throws IOException
    {
        try (Stream<Path> folders = Files.list(root))
        {
            return new ArrayList<>(
                folders.filter(folder -> Files.exists(folder.resolve("config.json"))).sorted().toList());
        }
    }

    /**
     * Read a case; the test is skipped where its folder is absent.
     *
     * @param folder    of the case.
     * @param overrides values of config.json by dotted path.
     * @return the study.
     */
    public static Study load(final Path folder, final Map<String, String> overrides)
    {
        assumeTrue(Files.isDirectory(folder), "the reference cases are not there: " + folder);
        return CaseLoader.load(folder, overrides);
    }
}
