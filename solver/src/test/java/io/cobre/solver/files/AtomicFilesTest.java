package io.cobre.solver.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cobre.solver.error.CobreIOException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest
{
    @TempDir
    private Path folder;

    @Test
    void shouldWriteAFileWithItsParents() throws IOException
    {
        final Path target = folder.resolve("a/b/text");
        AtomicFiles.text(target, "one");
        AtomicFiles.text(target, "two");
        assertEquals("two", Files.readString(target));
        assertEquals(List.of("text"), names(target.getParent()));
    }

    @Test
    void shouldKeepTheOldFileWhenWritingFails() throws IOException
    {
        final Path target = folder.resolve("text");
        AtomicFiles.text(target, "one");
        final CobreIOException error = assertThrows(CobreIOException.class, () -> AtomicFiles.file(target, (path) ->
        {
            Files.writeString(path, "half");
            throw new IOException("disk full");
        }));
        assertEquals("OutputNotFound", error.kind().id());
        assertEquals(2, error.kind().exitCode());
        assertEquals("one", Files.readString(target));
        assertEquals(List.of("text"), names(folder));
    }

    @Test
    void shouldReplaceAFolderAsAWhole() throws IOException
    {
        final Path target = folder.resolve("policy");
        AtomicFiles.folder(target, (path) -> Files.writeString(path.resolve("old"), "1"));
        AtomicFiles.folder(target, (path) -> Files.writeString(path.resolve("new"), "2"));
        assertEquals(List.of("new"), names(target));
        assertEquals(List.of("policy"), names(folder));
    }

    @Test
    void shouldKeepTheOldFolderWhenWritingFails() throws IOException
    {
        final Path target = folder.resolve("policy");
        AtomicFiles.folder(target, (path) -> Files.writeString(path.resolve("old"), "1"));
        assertThrows(CobreIOException.class, () -> AtomicFiles.folder(target, (path) ->
        {
            Files.writeString(path.resolve("new"), "2");
            throw new IOException("disk full");
        }));
        assertEquals(List.of("old"), names(target));
        assertEquals(List.of("policy"), names(folder));
    }

    @Test
    void shouldSayThatAPathCannotBeWritten() throws IOException
    {
        final Path file = folder.resolve("file");
        Files.writeString(file, "in the way");
        assertThrows(CobreIOException.class, () -> AtomicFiles.text(file.resolve("below"), "text"));
        assertFalse(Files.isDirectory(file));
    }

    private static List<String> names(final Path folder) throws IOException
    {
        try (Stream<Path> paths = Files.list(folder))
        {
            return paths.map((path) -> path.getFileName().toString()).sorted().toList();
        }
    }
}
