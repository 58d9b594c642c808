package io.cobre.solver.output;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cobre.engine.Communicator;
import io.cobre.solver.Ranks;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ranks as if they were on hosts with and without the file system of rank 0.
 */
class TableFolderTest
{
    private static final int[] LENGTHS = {0, 1, 5_000, 1 << 20, (5 << 19) + 3};

    @TempDir
    private Path folder;

    @Test
    void shouldBringTheTablesOfAllHostsTogether() throws Exception
    {
        final List<Path> written = Ranks.run(4, (communicator) ->
        {
            final boolean isHere = communicator.rank() < 2;
            try (TableFolder tables = TableFolder.of(
                communicator, communicator.rank() == 0 ? folder : Path.of("elsewhere"), (probe) -> isHere))
            {
                write(tables.path(), communicator.rank());
                tables.gather();
                return tables.path();
            }
        });
        for (int rank = 0; rank < 4; rank++)
        {
            for (final int length : LENGTHS)
            {
                assertArrayEquals(content(rank, length), Files.readAllBytes(file(folder, rank, length)));
            }
            assertEquals(rank < 2, written.get(rank).equals(folder));
            assertEquals(rank < 2, Files.exists(written.get(rank)));
        }
        try (Stream<Path> left = Files.list(folder))
        {
            assertEquals(List.of("costs"), left.map((path) -> path.getFileName().toString()).toList());
        }
    }

    @Test
    void shouldSeeASharedFolder() throws Exception
    {
        for (final Path path : Ranks.run(3, this::pathOf))
        {
            assertEquals(folder.toAbsolutePath(), path);
        }
    }

    @Test
    void shouldDoNothingWithoutTables() throws Exception
    {
        Ranks.run(2, (communicator) ->
        {
            try (TableFolder tables = TableFolder.of(communicator, null))
            {
                assertEquals(null, tables.path());
                tables.gather();
                return 0;
            }
        });
    }

    @Test
    void shouldNotLeaveTheFolder() throws IOException
    {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes))
        {
            out.writeUTF("../outside");
            out.writeInt(0);
        }
        final Path inner = folder.resolve("inner");
        assertThrows(IOException.class, () -> FilePacker.unpack(bytes.toByteArray(), inner));
        assertFalse(Files.exists(folder.resolve("outside")));
    }

    private Path pathOf(final Communicator communicator)
    {
        try (TableFolder tables = TableFolder.of(communicator, communicator.rank() == 0 ? folder : null))
        {
            return tables.path();
        }
    }

    private static void write(final Path folder, final int rank)
    {
        try
        {
            for (final int length : LENGTHS)
            {
                final Path file = file(folder, rank, length);
                Files.createDirectories(file.getParent());
                Files.write(file, content(rank, length));
            }
        }
        catch (final IOException ex)
        {
            throw new UncheckedIOException(ex);
        }
    }

    private static Path file(final Path folder, final int rank, final int length)
    {
        return folder.resolve("costs/rank=" + rank + "/" + length + ".parquet");
    }

    private static byte[] content(final int rank, final int length)
    {
        final byte[] content = new byte[length];
        new Random(rank).nextBytes(content);
        return content;
    }
}
