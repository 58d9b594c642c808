package io.cobre.comm.aeron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.AllocationFailedException;
import io.cobre.engine.spi.RegionMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionDirectoryTest
{
    private static final long BYTES = 3 * 1024 * 1024 + 5;

    @TempDir
    private Path directory;

    @Test
    void shouldShareWhatIsWritten() throws IOException
    {
        final RegionDirectory store = new RegionDirectory(directory);
        try (RegionMemory created = store.create("a", BYTES); RegionMemory mapped = store.map("a", BYTES))
        {
            created.unlink();
            assertEquals(0, files());
            assertEquals(BYTES, mapped.buffer().capacity());
            assertEquals(0L, mapped.buffer().getLong(1024));
            created.buffer().putLong(1024, 42L);
            assertEquals(42L, mapped.buffer().getLong(1024));
            mapped.buffer().putByte((int) BYTES - 1, (byte) 7);
            assertEquals(7, created.buffer().getByte((int) BYTES - 1));
        }
    }

    @Test
    void shouldBelongToThisUserAlone() throws IOException
    {
        try (RegionMemory region = new RegionDirectory(directory).create("a", 64); Stream<Path> list = list())
        {
            final Path file = list.findFirst().orElseThrow();
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            assertEquals(64, region.buffer().capacity());
        }
        assertEquals(0, files());
    }

    @Test
    void shouldRefuseMoreThanIsAvailable() throws IOException
    {
        final RegionDirectory store = new RegionDirectory(directory);
        final AllocationFailedException error =
            assertThrows(AllocationFailedException.class, () -> store.create("a", 1L << 60));
        assertEquals(1L << 60, error.context().get("requested_bytes"));
        assertTrue((long) error.context().get("available_bytes") < 1L << 60);
        assertEquals(0, files());
    }

    @Test
    void shouldRefuseRegionOfAnotherSize()
    {
        final RegionDirectory store = new RegionDirectory(directory);
        try (RegionMemory region = store.create("a", 64))
        {
            assertThrows(AllocationFailedException.class, () -> store.map("a", 128));
            assertThrows(AllocationFailedException.class, () -> store.map("b", 64));
            assertEquals(64, region.buffer().capacity());
        }
    }

    @Test
    void shouldHaveNoMemoryAfterClose()
    {
        final RegionMemory region = new RegionDirectory(directory).create("a", 64);
        region.close();
        region.close();
        assertEquals(0, region.buffer().capacity());
        assertFalse(Files.exists(directory.resolve("a")));
    }

    private long files() throws IOException
    {
        try (Stream<Path> list = list())
        {
            return list.count();
        }
    }

    private Stream<Path> list() throws IOException
    {
        return Files.list(directory);
    }
}
