package io.cobre.solver.lp.natives;

import io.cobre.engine.CobreException;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

class PlatformTest
{
    @Test
    void shouldKnowThePlatformsByTheNamesThatJavaGivesThem()
    {
        assertEquals(Platform.LINUX_X86_64, Platform.of("Linux", "amd64"));
        assertEquals(Platform.LINUX_AARCH64, Platform.of("Linux", "aarch64"));
        assertEquals(Platform.DARWIN_X86_64, Platform.of("Mac OS X", "x86_64"));
        assertEquals(Platform.DARWIN_AARCH64, Platform.of("Mac OS X", "aarch64"));
        assertEquals(Platform.WINDOWS_X86_64, Platform.of("Windows Server 2022", "amd64"));
    }

    @Test
    void shouldRefuseAPlatformWithoutASolver()
    {
        final CobreException error = assertThrows(CobreException.class, () -> Platform.of("Linux", "riscv64"));
        assertEquals("no LP solver is published for Linux on riscv64", error.getMessage());
        assertNotNull(error.suggestion());
        assertThrows(CobreException.class, () -> Platform.of("Windows 11", "aarch64"));
    }

    @Test
    void shouldSayThatWindowsHasNoClp()
    {
        assertEquals("highs.dll", Platform.WINDOWS_X86_64.highsFiles().get(0));
        final CobreException error = assertThrows(CobreException.class, Platform.WINDOWS_X86_64::clpFiles);
        assertEquals("Use HiGHS.", error.suggestion());
    }
}
