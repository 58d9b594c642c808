package io.cobre.engine.control;

import io.cobre.engine.BackendException;
import io.cobre.engine.CobreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RunDirectoryTest
{
    @TempDir
    private Path elsewhere;

    private String name;

    @BeforeEach
    void chooseName()
    {
        name = "/cobre_comm_" + String.format("%016x", RandomIds.next());
    }

    @AfterEach
    void shouldLeaveNothingBehind()
    {
        assertFalse(Files.exists(RunDirectory.locate(name)));
    }

    @Test
    void shouldBePrivateAndGoAway() throws IOException
    {
        final RunDirectory directory = RunDirectory.create();
        assertTrue(directory.shmName().matches("/cobre_comm_[0-9a-f]{16}"));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.path())));
        Files.createDirectories(directory.path().resolve("a/b"));
        Files.writeString(directory.path().resolve("a/b/c"), "x");
        directory.close();
        directory.close();
        assertFalse(Files.exists(directory.path()));
    }

    @Test
    void shouldRemoveWhatAHaltingProcessHolds() throws IOException
    {
        final RunDirectory directory = RunDirectory.create(name);
        Files.writeString(directory.path().resolve("rank-0.stderr"), "x");
        RunDirectory.removeHeld();
        assertFalse(Files.exists(directory.path()));
        directory.close();
    }

    @Test
    void shouldRefuseANameInUse()
    {
        try (RunDirectory owned = RunDirectory.create(name))
        {
            final BackendException failure = assertThrows(BackendException.class, () -> RunDirectory.create(name));
            assertTrue(
                failure.getMessage().contains("in use by process " + ProcessHandle.current().pid()),
                failure.getMessage());
            assertTrue(Files.isDirectory(owned.path()));
        }
    }

    @Test
    void shouldNotReapWhatItsOwnerHolds()
    {
        try (RunDirectory owned = RunDirectory.create(name))
        {
            assertFalse(RunDirectory.removeOrphan(owned.path()));
            RunDirectoryReaper.reap();
            assertTrue(Files.isDirectory(owned.path()));
        }
    }

    @Test
    void shouldTakeOverTheNameOfADeadOwner() throws IOException
    {
        leaveBehind();
        Files.writeString(RunDirectory.locate(name).resolve("lock"), "1");
        try (RunDirectory owned = RunDirectory.create(name))
        {
            assertFalse(Files.exists(owned.path().resolve("left")));
        }
    }

    @Test
    void shouldSpareAFreshDirectoryWithoutALock() throws IOException
    {
        final Path path = leaveBehind();
        assertFalse(RunDirectory.removeOrphan(path));
        Files.setLastModifiedTime(path, FileTime.fromMillis(System.currentTimeMillis() - 3_600_000));
        assertTrue(RunDirectory.removeOrphan(path));
    }

    @Test
    void shouldRemoveLinksButNotWhatTheyPointAt() throws IOException
    {
        final Path kept = Files.writeString(elsewhere.resolve("kept"), "x");
        try (RunDirectory owned = RunDirectory.create(name))
        {
            Files.createSymbolicLink(owned.path().resolve("file"), kept);
            Files.createSymbolicLink(owned.path().resolve("folder"), elsewhere);
        }
        assertTrue(Files.exists(kept));
    }

    @Test
    void shouldNotFollowALinkInPlaceOfADirectory() throws IOException
    {
        final Path link = RunDirectory.locate(name);
        Files.writeString(elsewhere.resolve("lock"), "1");
        Files.createSymbolicLink(link, elsewhere);
        try
        {
            assertFalse(RunDirectory.removeOrphan(link));
            assertTrue(Files.exists(elsewhere.resolve("lock")));
        }
        finally
        {
            Files.delete(link);
        }
    }

    @Test
    void shouldRefuseNamesThatLeaveTheFolder()
    {
        for (final String bad : new String[]{"cobre", "/../x", "/a/b", "/", "", "/..", "/x y"})
        {
            assertThrows(CobreException.class, () -> RunDirectory.locate(bad), bad);
        }
    }

    private Path leaveBehind() throws IOException
    {
        final Path path = Files.createDirectory(RunDirectory.locate(name));
        Files.writeString(path.resolve("left"), "x");
        return path;
    }
}
