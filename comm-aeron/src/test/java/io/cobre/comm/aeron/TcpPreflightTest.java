package io.cobre.comm.aeron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.BackendException;
import io.cobre.engine.BackendKind;
import io.cobre.engine.EngineErrorKind;
import io.cobre.engine.spi.Backend;
import io.cobre.engine.spi.GroupSpec;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TcpPreflightTest
{
    @TempDir
    private Path directory;

    @Test
    void shouldBeFoundByServiceLoader()
    {
        assertTrue(ServiceLoader.load(Backend.class).stream()
            .anyMatch((provider) -> provider.get().kind() == BackendKind.TCP));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 16})
    void shouldKeepWindowsWithinSocketBuffer(final int size)
    {
        final Map<String, String> settings = new TcpBackend().preflight(group(size, Map.of())).settings();
        final int window = Integer.parseInt(settings.get("receive_window"));
        assertTrue((long) (size - 1) * window <= Integer.parseInt(settings.get("receive_buffer")));
        assertTrue(Integer.parseInt(settings.get("mtu")) <= window);
        assertTrue(Integer.parseInt(settings.get("term_length")) >= 2 * window);
    }

    @Test
    void shouldShrinkFramesToSmallWindow()
    {
        final GroupSpec small = group(9, Map.of("receive_buffer", "212992"));
        final Map<String, String> settings = new TcpBackend().preflight(small).settings();
        assertEquals("26624", settings.get("receive_window"));
        assertEquals("26624", settings.get("mtu"));
    }

    @Test
    void shouldBeStableWhenRepeated()
    {
        final GroupSpec once = new TcpBackend().preflight(group(3, Map.of()));
        assertEquals(once, new TcpBackend().preflight(once));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "224.0.0.1", "no such host"})
    void shouldRefuseAddressThatPeersCannotReach(final String address)
    {
        final BackendException error = assertThrows(
            BackendException.class, () -> new TcpBackend().preflight(group(2, Map.of("bind_address", address))));
        assertEquals(EngineErrorKind.INITIALIZATION_FAILED, error.kind());
        assertTrue(error.getMessage().contains(address), error.getMessage());
    }

    private GroupSpec group(final int size, final Map<String, String> settings)
    {
        return new GroupSpec(1L, size, directory, settings);
    }
}
