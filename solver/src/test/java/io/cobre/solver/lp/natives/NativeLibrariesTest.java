package io.cobre.solver.lp.natives;

import io.cobre.engine.CobreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Loads the libraries in JVMs of their own, with a cache and a folder for temporary files of their own.
 */
class NativeLibrariesTest
{
    @TempDir
    private Path temp;

    /**
     * What the JVMs run.
     */
    public static final class Loader
    {
        private Loader()
        {
        }

        /**
         * Print the name of a library, or the error.
         *
         * @param args id of the solver.
         */
        public static void main(final String[] args)
        {
            try
            {
                System.out.println(io.cobre.solver.lp.LpSolvers.byId(args[0]).libraryName());
                System.out.println("jna.boot.library.path=" + System.getProperty("jna.boot.library.path"));
            }
            catch (final CobreException ex)
            {
                System.out.println(ex.kind().id() + ": " + ex.getMessage() + " / " + ex.suggestion());
                System.out.println("attempts=" + ex.context().get("attempts"));
            }
        }
    }

    @Test
    void shouldUnpackIntoTheCacheAndNothingIntoTheTemporaryFolder() throws Exception
    {
        final List<Process> loaders = new ArrayList<>();
        for (int i = 0; i < 3; i++)
        {
            loaders.add(load(System.getProperty("java.class.path")));
        }
        for (final Process loader : loaders)
        {
            final List<String> said = said(loader);
            assertTrue(said.get(0).startsWith("HiGHS 1."), said.toString());
            assertEquals("jna.boot.library.path=null", said.get(1));
        }
        assertEquals(List.of(), names(temp.resolve("tmp")));
        assertEquals(2, names(temp.resolve("cache/cobre/natives")).size());
    }

    @Test
    void shouldNameTheArchiveThatIsMissing() throws Exception
    {
        final String without = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("ortools-"))
            .collect(Collectors.joining(File.pathSeparator));
        final String said = said(load(without)).get(0);
        assertTrue(said.startsWith("SolverFailure: ortools-"), said);
        assertTrue(said.contains("Add the archive com.google.ortools:ortools-" + Platform.current().id()), said);
    }

    @Test
    void shouldTellWhichFoldersItHasTried() throws Exception
    {
        Files.createFile(temp.resolve("cache"));
        Files.createFile(Files.createDirectories(temp.resolve("tmp")).resolve(
            "cobre-natives-" + System.getProperty("user.name")));
        final List<String> said = said(load(System.getProperty("java.class.path"), "-Duser.home=relative"));
        assertTrue(said.get(0).startsWith("SolverFailure: cannot unpack com/sun/jna/"), said.toString());
        assertTrue(said.get(1).contains(temp.resolve("cache/cobre/natives") + ": "), said.toString());
        assertTrue(said.get(1).contains(temp.resolve("tmp").toString()), said.toString());
    }

    private Process load(final String classPath, final String... flags) throws IOException
    {
        final ProcessBuilder builder = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-Djava.io.tmpdir=" + Files.createDirectories(temp.resolve("tmp")),
            "-cp",
            classPath,
            Loader.class.getName(),
            "highs");
        builder.command().addAll(1, List.of(flags));
        builder.environment().put("XDG_CACHE_HOME", temp.resolve("cache").toString());
        return builder.redirectErrorStream(true).start();
    }

    private static List<String> said(final Process process) throws Exception
    {
        final String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), "the JVM ends");
        return text.lines().toList();
    }

    private static List<String> names(final Path folder) throws IOException
    {
        try (Stream<Path> files = Files.list(folder))
        {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
