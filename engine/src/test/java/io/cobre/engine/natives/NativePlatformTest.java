package io.cobre.engine.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NativePlatformTest
{
    @Test
    void shouldNamePlatformsAsTheArchivesDo()
    {
        assertEquals("linux-x86-64", NativePlatform.id("Linux", "amd64"));
        assertEquals("linux-aarch64", NativePlatform.id("Linux", "aarch64"));
        assertEquals("darwin-aarch64", NativePlatform.id("Mac OS X", "arm64"));
        assertEquals("win32-x86-64", NativePlatform.id("Windows 11", "x86_64"));
        assertEquals("linux-riscv64", NativePlatform.id("Linux", "riscv64"));
    }
}
