package io.cobre.engine.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.CobreException;
import io.cobre.engine.EngineErrorKind;
import io.cobre.engine.profile.HostResources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinningTest
{
    @TempDir
    private Path folder;

    @Test
    void shouldSayWhatToInstallWhereTheProgramIsMissing()
    {
        final CobreException error =
            assertThrows(CobreException.class, () -> Pinning.of(host(4), 2, 1, folder + ":/no/such/folder"));
        assertEquals(EngineErrorKind.INITIALIZATION_FAILED, error.kind());
        assertTrue(error.getMessage().contains("taskset"), error.getMessage());
        assertTrue(error.suggestion().contains("util-linux"), error.suggestion());
    }

    @Test
    void shouldPutTheProgramBeforeTheCommand() throws IOException
    {
        final String taskset = program("exit 0");
        final Pinning pinning = Pinning.of(host(4), 2, 2, "/no/such/folder:" + folder);
        assertEquals(List.of(taskset, "-c", "2-3", "java", "Main"), pinning.command(1, List.of("java", "Main")));
    }

    @Test
    void shouldLeaveOtherProfilesAlone()
    {
        final Pinning none = Pinning.of(new LaunchSpec().mainClass("Main"));
        assertEquals(List.of("java"), none.command(0, List.of("java")));
    }

    private String program(final String body) throws IOException
    {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell here");
        final Path file = folder.resolve("taskset");
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file.toString();
    }

    private static HostResources host(final int cores)
    {
        return new HostResources(
            cores, IntStream.range(0, cores).boxed().toList(), Double.POSITIVE_INFINITY, -1, -1, -1, -1);
    }
}
