package io.cobre.solver.parquet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Sorts the encodings that the footer of a Parquet file lists by column. The library lists them as their identity hash
 * codes have it, which differ from process to process, and with them the bytes of the file.
 * <p>
 * A file ends with the footer, its length (4 bytes, little-endian) and the magic "PAR1".
 */
final class FooterOrder
{
    private static final int MAGIC_BYTES = 4;
    private static final int TAIL_BYTES = Integer.BYTES + MAGIC_BYTES;

    private FooterOrder()
    {
    }

    static void sort(final Path path) throws IOException
    {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw"))
        {
            final long end = file.length() - TAIL_BYTES;
            final byte[] tail = read(file, end, TAIL_BYTES);
            final int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
            final byte[] sorted = sorted(read(file, end - length, length));
            file.seek(end - length);
            file.write(ByteBuffer.allocate(sorted.length + TAIL_BYTES).order(ByteOrder.LITTLE_ENDIAN)
                .put(sorted).putInt(sorted.length).put(tail, Integer.BYTES, MAGIC_BYTES).array());
            file.setLength(file.getFilePointer());
        }
    }

    private static byte[] read(final RandomAccessFile file, final long position, final int length) throws IOException
    {
        final byte[] bytes = new byte[length];
        file.seek(position);
        file.readFully(bytes);
        return bytes;
    }

    private static byte[] sorted(final byte[] footer) throws IOException
    {
        final FileMetaData metadata = Util.readFileMetaData(new ByteArrayInputStream(footer));
        for (final RowGroup group : metadata.getRow_groups())
        {
            for (final ColumnChunk column : group.getColumns())
            {
                column.getMeta_data().getEncodings().sort(null);
            }
        }
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream(footer.length);
        Util.writeFileMetaData(metadata, bytes);
        return bytes.toByteArray();
    }
}
