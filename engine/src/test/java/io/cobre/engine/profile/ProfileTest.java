package io.cobre.engine.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.CobreException;
import io.cobre.engine.ProfileKind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTest
{
    @Test
    void shouldBeALaptopWhereNothingIsSaid()
    {
        final Profile profile = Profile.of(Map.of(), 2);
        assertEquals(ProfileKind.LAPTOP, profile.kind());
        assertEquals(Runtime.getRuntime().availableProcessors(), profile.idleCores());
    }

    @Test
    void shouldReadItsNameFromTheSettings()
    {
        assertEquals(ProfileKind.CONTAINER, Profile.of(Map.of("profile", "container"), 2).kind());
        assertThrows(CobreException.class, () -> Profile.of(Map.of("profile", "cellar"), 2));
    }

    @ParameterizedTest
    @CsvSource({"8, 1.5, 2, 1", "8, 4.0, 2, 2", "8, 0.5, 1, 1", "8, Infinity, 2, 8"})
    void shouldNotSpinQuotaAway(final int cores, final double quota, final int ranks, final int expected)
    {
        assertEquals(
            expected, Profile.of(ProfileKind.CONTAINER, Hosts.of(cores, quota, -1, -1), ranks).idleCores());
    }

    @Test
    void shouldLeaveRoomInSmallMemory()
    {
        final Profile laptop = Profile.of(ProfileKind.LAPTOP, Hosts.ofCores(2), 2);
        final Profile container = Profile.of(ProfileKind.CONTAINER, Hosts.ofCores(2), 2);
        assertTrue(container.ipcTermLength() < laptop.ipcTermLength());
        assertTrue(container.udpTermLength() < laptop.udpTermLength());
        assertTrue(container.memoryShare() > laptop.memoryShare());
    }

    @Test
    void shouldLetPinnedRanksSpin()
    {
        final Profile pinned = Profile.of(ProfileKind.PINNED, Hosts.ofCores(2), 2);
        assertTrue(pinned.idleCores() > 2);
    }

    @Test
    void shouldSendFurtherAheadOnTheNetwork()
    {
        final Profile laptop = Profile.of(ProfileKind.LAPTOP, Hosts.ofCores(2), 2);
        final Profile network = Profile.of(ProfileKind.NETWORK, Hosts.ofCores(2), 2);
        assertTrue(network.receiveWindow() > laptop.receiveWindow());
        assertTrue(network.sendBuffer() > laptop.sendBuffer());
        assertTrue(network.udpTermLength() / 2 >= network.receiveWindow());
    }

    @Test
    void shouldNeverBeAuto()
    {
        assertThrows(
            IllegalArgumentException.class, () -> Profile.of(ProfileKind.AUTO, Hosts.ofCores(2), 2));
    }
}
