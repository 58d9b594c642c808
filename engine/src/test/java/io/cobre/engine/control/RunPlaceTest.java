package io.cobre.engine.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.BackendException;
import io.cobre.engine.EngineErrorKind;
import io.cobre.engine.spi.GroupSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Shared memory that is too small for a run.
 */
class RunPlaceTest
{
    private final String name = "/cobre_comm_" + String.format("%016x", RandomIds.next());
    private final List<Path> tried = new ArrayList<>();

    @BeforeEach
    void shouldHaveSharedMemory()
    {
        Assumptions.assumeFalse(
            RunDirectory.base().equals(RunDirectory.temporary()), "no shared memory besides the temporary folder");
    }

    @AfterEach
    void shouldLeaveNothingBehind()
    {
        tried.forEach((path) -> assertFalse(Files.exists(path), path.toString()));
    }

    @Test
    void shouldStayInSharedMemoryWhereTheGroupFits()
    {
        try (RunPlace place = RunPlace.find((directory) -> preflight(directory, 1L << 40)))
        {
            assertEquals(RunDirectory.base(), place.directory().path().getParent());
            assertEquals(Optional.empty(), place.warning());
        }
        assertEquals(1, tried.size());
    }

    @Test
    void shouldGoToTheTemporaryFolderAndSaySo()
    {
        try (RunPlace place = RunPlace.find((directory) -> preflight(directory, 7)))
        {
            assertEquals(RunDirectory.temporary(), place.directory().path().getParent());
            assertEquals(place.directory().path(), place.group().runDirectory());
            assertTrue(place.warning().orElseThrow().contains("7 are available"), place.warning().toString());
            assertTrue(place.warning().orElseThrow().contains("" + RunDirectory.temporary()));
        }
        assertEquals(2, tried.size());
    }

    @Test
    void shouldKeepTheNameThere()
    {
        try (RunPlace place = RunPlace.find(name, (directory) -> preflight(directory, 7)))
        {
            assertEquals(RunDirectory.temporary(name), place.directory().path());
            final BackendException inUse = assertThrows(BackendException.class, () -> RunDirectory.create(name));
            assertTrue(inUse.getMessage().contains("in use by process"), inUse.getMessage());
        }
    }

    @Test
    void shouldRefuseWithAllNumbers()
    {
        final BackendException error = assertThrows(
            BackendException.class, () -> RunPlace.find((directory) -> refuse(directory, tried.size())));
        assertEquals(1L, error.context().get("available_bytes"));
        assertEquals(2L, error.context().get("temporary_folder_available_bytes"));
        assertEquals(RunDirectory.temporary().toString(), error.context().get("temporary_folder"));
    }

    @Test
    void shouldNotMoveForAnotherReason()
    {
        final BackendException other = new BackendException(EngineErrorKind.INITIALIZATION_FAILED, "no", null);
        assertSame(other, assertThrows(BackendException.class, () -> RunPlace.find((directory) ->
        {
            tried.add(directory.path());
            throw other;
        })));
        assertEquals(1, tried.size());
    }

    /**
     * As if shared memory had so many bytes.
     */
    private GroupSpec preflight(final RunDirectory directory, final long bytes)
    {
        if (directory.path().startsWith(RunDirectory.base()) && bytes < 1000)
        {
            return refuse(directory, bytes);
        }
        tried.add(directory.path());
        return new GroupSpec(1, 2, directory.path(), Map.of());
    }

    private GroupSpec refuse(final RunDirectory directory, final long bytes)
    {
        tried.add(directory.path());
        final long available = Math.max(bytes, tried.size());
        final BackendException error = new BackendException(
            EngineErrorKind.INITIALIZATION_FAILED, "1000 bytes needed, " + available + " are available", null);
        error.with("available_bytes", available);
        throw error;
    }
}
