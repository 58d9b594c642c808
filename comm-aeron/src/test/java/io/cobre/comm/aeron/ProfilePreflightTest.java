package io.cobre.comm.aeron;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.BackendKind;
import io.cobre.engine.CobreException;
import io.cobre.engine.spi.Backend;
import io.cobre.engine.spi.GroupSpec;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What profiles change in a group.
 */
class ProfilePreflightTest
{
    private static final String CONTAINER = "container";

    @TempDir
    private Path directory;

    @Test
    void shouldTakeShorterLogsInAContainer()
    {
        assertEquals(2 * 1024 * 1024, size(new ShmBackend(), CONTAINER, 4, "term_length"));
        assertEquals(512 * 1024, size(new ShmBackend(), CONTAINER, 16, "term_length"));
        assertEquals(512 * 1024, size(new TcpBackend(), CONTAINER, 2, "term_length"));
    }

    @Test
    void shouldChangeNothingForALaptop()
    {
        for (final Backend backend : new Backend[]{new ShmBackend(), new TcpBackend()})
        {
            final int[] unnamed = sizes(backend, Map.of());
            assertArrayEquals(unnamed, sizes(backend, Map.of("profile", "laptop")));
        }
    }

    @Test
    void shouldTakeLongerWindowsOnTheNetworkWithinWhatTheKernelGrants()
    {
        final int laptop = size(new TcpBackend(), "laptop", 2, "receive_window");
        final int network = size(new TcpBackend(), "network", 2, "receive_window");
        final int granted = SocketBuffers.grantedReceiveBuffer(2 * 1024 * 1024);
        assertTrue(network >= laptop, network + " after " + laptop);
        assertEquals(Math.min(2 * 1024 * 1024, granted), network);
    }

    @Test
    void shouldLeaveHalfOfSmallMemoryButTakeAllIfItMust()
    {
        final MemoryBudget budget = new MemoryBudget(1, 2, 2, 0);
        final long tight = budget.bytes(StreamLimits.MIN_TERM_LENGTH);
        assertEquals(2 * 1024 * 1024, fitting(budget, 2, 2 * budget.bytes(2 * 1024 * 1024)));
        assertEquals(1024 * 1024, fitting(budget, 2, 2 * budget.bytes(2 * 1024 * 1024) - 2));
        assertEquals(StreamLimits.MIN_TERM_LENGTH, fitting(budget, 2, tight));
        assertEquals(0, fitting(budget, 2, tight - 1));
        assertEquals(2 * 1024 * 1024, fitting(budget, 1, budget.bytes(2 * 1024 * 1024)));
    }

    @Test
    void shouldRefuseAProfileThatItDoesNotKnow()
    {
        assertThrows(CobreException.class, () -> size(new ShmBackend(), "cellar", 2, "term_length"));
    }

    @ParameterizedTest
    @CsvSource({"SHM, container", "TCP, container", "TCP, network"})
    void shouldExchangeWithTheSettingsOfAProfile(final BackendKind kind, final String profile) throws Exception
    {
        final Backend backend = kind == BackendKind.SHM ? new ShmBackend() : new TcpBackend();
        try (StreamGroup group = new StreamGroup(backend, 3, Map.of("profile", profile)))
        {
            group.run((rank) -> new FrameTraffic(rank.transport(0), 7L, 500, Integer.MAX_VALUE).exchange());
        }
    }

    private static int fitting(final MemoryBudget budget, final int share, final long available)
    {
        return Preflight.fitting(budget, 2 * 1024 * 1024, false, available, share);
    }

    private int size(final Backend backend, final String profile, final int ranks, final String name)
    {
        return Integer.parseInt(backend.preflight(
            new GroupSpec(1L, ranks, directory, Map.of("profile", profile))).settings().get(name));
    }

    private int[] sizes(final Backend backend, final Map<String, String> settings)
    {
        return backend.preflight(new GroupSpec(1L, 2, directory, settings)).settings().entrySet().stream()
            .filter((entry) -> !"profile".equals(entry.getKey()) && entry.getValue().matches("[0-9]{1,9}"))
            .sorted(Map.Entry.comparingByKey())
            .mapToInt((entry) -> Integer.parseInt(entry.getValue()))
            .toArray();
    }
}
