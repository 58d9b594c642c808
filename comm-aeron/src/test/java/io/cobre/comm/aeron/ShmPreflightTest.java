package io.cobre.comm.aeron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.BackendException;
import io.cobre.engine.BackendKind;
import io.cobre.engine.EngineErrorKind;
import io.cobre.engine.spi.Backend;
import io.cobre.engine.spi.GroupSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShmPreflightTest
{
    private static final int MIB = 1024 * 1024;

    @TempDir
    private Path directory;

    @Test
    void shouldBeFoundByServiceLoader()
    {
        assertTrue(ServiceLoader.load(Backend.class).stream()
            .anyMatch((provider) -> provider.get().kind() == BackendKind.SHM));
    }

    @Test
    void shouldRefuseUnknownSetting()
    {
        final BackendException error =
            assertThrows(BackendException.class, () -> new ShmBackend().preflight(group(2, Map.of("term", "1"))));
        assertEquals(EngineErrorKind.INCOMPATIBLE_SETTINGS, error.kind());
        assertTrue(error.getMessage().contains("'term'"), error.getMessage());
    }

    @Test
    void shouldRefuseTermThatIsNoPowerOfTwo()
    {
        final BackendException error = assertThrows(
            BackendException.class, () -> new ShmBackend().preflight(group(2, Map.of("term_length", "100000"))));
        assertEquals(EngineErrorKind.OUT_OF_RANGE, error.kind());
    }

    @Test
    void shouldChooseShorterTermsForMoreRanks()
    {
        assertEquals("4194304", new ShmBackend().preflight(group(4, Map.of())).settings().get("term_length"));
        assertEquals("2097152", new ShmBackend().preflight(group(8, Map.of())).settings().get("term_length"));
        assertEquals("524288", new ShmBackend().preflight(group(64, Map.of())).settings().get("term_length"));
    }

    @Test
    void shouldBeStableWhenRepeated()
    {
        final GroupSpec once = new ShmBackend().preflight(group(3, Map.of()));
        assertEquals(once, new ShmBackend().preflight(once));
    }

    @Test
    void shouldShrinkTermsToMemory()
    {
        final MemoryBudget budget = new MemoryBudget(1, 2, 0, 0);
        assertEquals(4 * MIB, budget.fittingTermLength(4 * MIB, 64L * MIB));
        assertEquals(MIB, budget.fittingTermLength(4 * MIB, 20L * MIB));
        assertEquals(0, budget.fittingTermLength(4 * MIB, 12L * MIB));
    }

    @Test
    void shouldFitFramesIntoTerms()
    {
        assertEquals(65504, StreamLimits.mtuFor(512 * 1024));
        assertEquals(8192, StreamLimits.mtuFor(64 * 1024));
    }

    @Test
    void shouldHonourControlGroupLimit() throws IOException
    {
        Files.writeString(directory.resolve("memory.max"), "1000000\n");
        Files.writeString(directory.resolve("memory.stat"), "anon 300000\nfile 700000\nshmem 100000\n");
        assertEquals(600_000L, FreeMemory.cgroupBytes(directory));
    }

    @Test
    void shouldIgnoreAbsentControlGroupLimit() throws IOException
    {
        assertEquals(Long.MAX_VALUE, FreeMemory.cgroupBytes(directory));
        Files.writeString(directory.resolve("memory.max"), "max\n");
        assertEquals(Long.MAX_VALUE, FreeMemory.cgroupBytes(directory));
    }

    @Test
    void shouldGiveEveryRankItsOwnSession()
    {
        final Set<Integer> ids = new HashSet<>();
        for (int rank = 0; rank < 1000; rank++)
        {
            assertTrue(ids.add(SessionIds.sessionId(42L, 0, rank)));
        }
        assertNotEquals(SessionIds.sessionId(42L, 0, 0), SessionIds.sessionId(43L, 0, 0));
    }

    @Test
    void shouldSayThatNoDriverRuns()
    {
        final GroupSpec group = new ShmBackend().preflight(group(2, Map.of()));
        final BackendException error = assertThrows(BackendException.class, () -> new ShmBackend().attach(group, 0));
        assertTrue(error.getMessage().contains("no media driver"), error.getMessage());
    }

    private GroupSpec group(final int size, final Map<String, String> settings)
    {
        return new GroupSpec(1L, size, directory, settings);
    }
}
