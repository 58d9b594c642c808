package io.cobre.engine.natives;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class NativeCacheTest
{
    private static final List<String> NAMES = List.of("libone.so.1", "libtwo.so.2");

    @TempDir
    private Path temp;

    @Test
    void shouldUnpackFromAJarAndHashWhatItUnpacked() throws Exception
    {
        final byte[] one = bytes(200_000, 1);
        final byte[] two = bytes(10, 2);
        final Path set = unpack(jar(one, two));
        assertArrayEquals(one, Files.readAllBytes(set.resolve(NAMES.get(0))));
        assertArrayEquals(two, Files.readAllBytes(set.resolve(NAMES.get(1))));
        final String expected = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(one));
        assertEquals(expected, NativeCache.sha256(set.resolve(NAMES.get(0))));
        Files.delete(set.resolve(NAMES.get(0) + ".sha256"));
        assertEquals(expected, NativeCache.sha256(set.resolve(NAMES.get(0))));
    }

    @Test
    void shouldUnpackFromAFolder() throws Exception
    {
        final byte[] one = bytes(70_000, 3);
        final Path folder = Files.createDirectories(temp.resolve("classes/natives"));
        Files.write(folder.resolve(NAMES.get(0)), one);
        Files.write(folder.resolve(NAMES.get(1)), one);
        final Path set = unpack(folder.getParent());
        assertArrayEquals(one, Files.readAllBytes(set.resolve(NAMES.get(0))));
    }

    @Test
    void shouldReplaceATruncatedAndADamagedFile() throws Exception
    {
        final byte[] one = bytes(50_000, 4);
        final Path jar = jar(one, one);
        final Path file = unpack(jar).resolve(NAMES.get(0));
        Files.write(file, new byte[17]);
        assertEquals(file, unpack(jar).resolve(NAMES.get(0)));
        assertArrayEquals(one, Files.readAllBytes(file));

        final byte[] damaged = one.clone();
        damaged[12_345] ^= 1;
        Files.write(file, damaged);
        unpack(jar);
        assertArrayEquals(one, Files.readAllBytes(file));
        try (Stream<Path> files = Files.list(file.getParent()))
        {
            assertEquals(2 * NAMES.size(), files.count(), "files and their hashes, no drafts");
        }
    }

    @Test
    void shouldKeepSetsOfDifferentContentApart() throws Exception
    {
        final byte[] one = bytes(50, 5);
        assertNotEquals(unpack(jar(one, one)), unpack(jar(one, bytes(50, 6))));
    }

    @Test
    void shouldSurviveManyUnpackersAtOnce() throws Exception
    {
        final byte[] one = bytes(2_000_000, 7);
        final Path jar = jar(one, one);
        final ExecutorService threads = Executors.newFixedThreadPool(8);
        try
        {
            final List<Callable<Path>> tasks = new ArrayList<>();
            for (int i = 0; i < 8; i++)
            {
                tasks.add(() -> unpack(jar));
            }
            for (final Future<Path> set : threads.invokeAll(tasks))
            {
                assertArrayEquals(one, Files.readAllBytes(set.get().resolve(NAMES.get(1))));
            }
        }
        finally
        {
            threads.shutdownNow();
        }
    }

    @Test
    void shouldNameTheResourceThatIsMissing() throws Exception
    {
        final Path empty = Files.createDirectories(temp.resolve("empty"));
        final IOException error = assertThrows(ResourceMissingException.class, () -> unpack(empty));
        assertEquals("natives/libone.so.1 is not on the class path", error.getMessage());
    }

    private Path unpack(final Path classPath) throws IOException
    {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classPath.toUri().toURL()}, null))
        {
            return new NativeCache(temp.resolve("cache")).unpack(loader, "natives/", NAMES, "test");
        }
    }

    private Path jar(final byte[] one, final byte[] two) throws IOException
    {
        final Path jar = Files.createTempFile(temp, "natives", ".jar");
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file))
        {
            out.putNextEntry(new JarEntry("natives/" + NAMES.get(0)));
            out.write(one);
            out.putNextEntry(new JarEntry("natives/" + NAMES.get(1)));
            out.write(two);
        }
        return jar;
    }

    private static byte[] bytes(final int length, final long seed)
    {
        final byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
