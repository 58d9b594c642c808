package io.cobre.bench.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTest
{
    @TempDir
    private Path folder;

    @Test
    void shouldMakeWhatIsKeptInTheExamplesFolder() throws IOException
    {
        final Path kept = Path.of(System.getProperty("cobre.root"), "examples");
        Examples.write(folder);
        final List<Path> made;
        try (Stream<Path> files = Files.walk(folder))
        {
            made = files.filter(Files::isRegularFile).toList();
        }
        assertTrue(made.size() > 2, () -> "only " + made);
        for (final Path file : made)
        {
            final Path twin = kept.resolve(folder.relativize(file));
            assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(twin), twin.toString());
        }
    }
}
