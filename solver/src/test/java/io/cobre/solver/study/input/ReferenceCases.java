package io.cobre.solver.study.input;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Case folders that are not part of the project.
 */
final class ReferenceCases
{
    private ReferenceCases()
    {
    }

    /**
     * Path of a case; a test that needs it is skipped where it is absent.
     *
     * @param name of the case folder.
     * @return its path.
     */
    static Path path(final String name)
    {
        final Path path = Path.of(System.getProperty("cobre.cases", "absent"), name);
        Assumptions.assumeTrue(Files.isDirectory(path), "no case folder " + path);
        return path;
    }
}
