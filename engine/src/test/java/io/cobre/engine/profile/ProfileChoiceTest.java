package io.cobre.engine.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.BackendKind;
import io.cobre.engine.CobreException;
import io.cobre.engine.EngineErrorKind;
import io.cobre.engine.ProfileKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProfileChoiceTest
{
    @Test
    void shouldTellAContainerByItsQuota()
    {
        final ProfileChoice choice = auto(Hosts.of(2, 1.5, 64 * Hosts.MIB, -1), BackendKind.SHM, 2);
        assertEquals("profile container: 2 cores by cpu quota 1.50 for 2 ranks, /dev/shm 64 MB", choice.line());
    }

    @Test
    void shouldTellAContainerByItsSharedMemory()
    {
        final ProfileChoice choice = auto(Hosts.of(1, CpuQuota.NONE, 64 * Hosts.MIB, -1), BackendKind.SHM, 1);
        assertEquals("profile container: 1 core for 1 rank, /dev/shm 64 MB", choice.line());
    }

    @Test
    void shouldSeeThatSharedMemoryIsTaken()
    {
        final HostResources host = new HostResources(
            8, List.of(4, 5), CpuQuota.NONE, 2048 * Hosts.MIB, 10 * Hosts.MIB, -1, -1);
        assertEquals(
            "profile container: 2 of 8 cores by cpuset for 3 ranks, /dev/shm 2.0 GB, 10 MB free",
            auto(host, BackendKind.SHM, 3).line());
    }

    @Test
    void shouldIgnoreAQuotaThatLimitsNothing()
    {
        final ProfileChoice choice = auto(Hosts.of(2, 2.0, 8192 * Hosts.MIB, -1), BackendKind.SHM, 2);
        assertEquals("profile laptop: 2 cores for 2 ranks, /dev/shm 8.0 GB", choice.line());
    }

    @Test
    void shouldChooseTheNetworkWhereSocketsHaveRoom()
    {
        assertEquals(
            "profile network: 8 cores for 2 ranks, /dev/shm 8.0 GB, net.core.rmem_max 4 MB, net.core.wmem_max 4 MB",
            auto(Hosts.ofCores(8), BackendKind.TCP, 2).line());
        assertEquals(ProfileKind.LAPTOP, auto(Hosts.ofCores(8), BackendKind.SHM, 2).kind());
        final HostResources small = Hosts.of(8, CpuQuota.NONE, -1, 208 * 1024);
        assertEquals(
            "profile laptop: 8 cores for 2 ranks, no /dev/shm, net.core.rmem_max 208 KB, net.core.wmem_max 208 KB",
            auto(small, BackendKind.TCP, 2).line());
        final HostResources unknown = Hosts.of(8, CpuQuota.NONE, -1, -1);
        assertTrue(auto(unknown, BackendKind.TCP, 2).line().endsWith("net.core.wmem_max unknown"));
        assertEquals(ProfileKind.LAPTOP, auto(unknown, BackendKind.TCP, 2).kind());
    }

    @ParameterizedTest
    @EnumSource(names = {"LAPTOP", "CONTAINER", "PINNED", "NETWORK"})
    void shouldObeyWhoAsks(final ProfileKind kind)
    {
        final ProfileChoice choice = ProfileChoice.of(kind, BackendKind.TCP, 2);
        assertEquals(kind, choice.kind());
        assertFalse(choice.isAuto());
    }

    @Test
    void shouldChooseForThisMachine()
    {
        final ProfileChoice choice = ProfileChoice.of(ProfileKind.AUTO, BackendKind.SHM, 2);
        assertTrue(choice.isAuto());
        assertTrue(choice.kind() == ProfileKind.LAPTOP || choice.kind() == ProfileKind.CONTAINER, choice.line());
    }

    @Test
    void shouldTakeTheOptionThenTheVariableThenLaptop()
    {
        final Map<String, String> variables = Map.of("COBRE_PROFILE", "container");
        assertEquals(ProfileKind.PINNED, ProfileChoice.requested("pinned", variables));
        assertEquals(ProfileKind.CONTAINER, ProfileChoice.requested(null, variables));
        assertEquals(ProfileKind.LAPTOP, ProfileChoice.requested(null, Map.of("COBRE_PROFILE", "")));
    }

    @Test
    void shouldNameTheProfilesWhereOneIsUnknown()
    {
        final CobreException error = assertThrows(
            CobreException.class, () -> ProfileChoice.requested("Laptop", Map.of()));
        assertEquals(EngineErrorKind.INCOMPATIBLE_SETTINGS, error.kind());
        assertEquals(List.of("auto", "laptop", "container", "pinned", "network"), error.context().get("available"));
        assertTrue(error.getMessage().contains("unknown profile 'Laptop'"), error.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "LAPTOP, LOCAL, false", "CONTAINER, LOCAL, true", "PINNED, LOCAL, true", "PINNED, SHM, false",
        "NETWORK, SHM, true", "NETWORK, TCP, false"})
    void shouldObjectToWhatWouldSetNothing(final ProfileKind kind, final BackendKind backend, final boolean expected)
    {
        assertEquals(expected, ProfileChoice.of(kind, backend, 2).objection(backend).isPresent());
    }

    private static ProfileChoice auto(final HostResources host, final BackendKind backend, final int ranks)
    {
        return ProfileChoice.auto(host, backend, ranks);
    }
}
