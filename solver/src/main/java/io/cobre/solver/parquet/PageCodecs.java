package io.cobre.solver.parquet;

import io.airlift.compress.Compressor;
import io.airlift.compress.Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdCompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Page compression in pure Java: nothing native is unpacked. Reads ZSTD, Snappy, GZIP and plain pages, writes ZSTD.
 */
final class PageCodecs implements CompressionCodecFactory
{
    @Override
    public BytesInputCompressor getCompressor(final CompressionCodecName name)
    {
        if (name != CompressionCodecName.ZSTD)
        {
            throw new UnsupportedOperationException("pages are written as ZSTD, not " + name);
        }
        return new ZstdPages();
    }

    @Override
    public BytesInputDecompressor getDecompressor(final CompressionCodecName name)
    {
        switch (name)
        {
            case UNCOMPRESSED:
                return new PlainPages();
            case ZSTD:
                return new BlockPages(new ZstdDecompressor());
            case SNAPPY:
                return new BlockPages(new SnappyDecompressor());
            case GZIP:
                return new GzipPages();
            default:
                throw new UnsupportedOperationException("compression " + name + " is not supported");
        }
    }

    @Override
    public void release()
    {
    }

    private static byte[] array(final BytesInput bytes) throws IOException
    {
        final ByteArrayOutputStream stream = new ByteArrayOutputStream((int) bytes.size());
        bytes.writeAllTo(stream);
        return stream.toByteArray();
    }

    private static final class ZstdPages implements BytesInputCompressor
    {
        private final Compressor compressor = new ZstdCompressor();

        @Override
        public BytesInput compress(final BytesInput bytes) throws IOException
        {
            final byte[] source = array(bytes);
            final byte[] target = new byte[compressor.maxCompressedLength(source.length)];
            final int length = compressor.compress(source, 0, source.length, target, 0, target.length);
            return BytesInput.from(target, 0, length);
        }

        @Override
        public CompressionCodecName getCodecName()
        {
            return CompressionCodecName.ZSTD;
        }

        @Override
        public void release()
        {
        }
    }

    private abstract static class Pages implements BytesInputDecompressor
    {
        abstract byte[] plain(byte[] source, int plainLength) throws IOException;

        @Override
        public BytesInput decompress(final BytesInput bytes, final int plainLength) throws IOException
        {
            return BytesInput.from(plain(array(bytes), plainLength));
        }

        @Override
        public void decompress(
            final ByteBuffer source, final int length, final ByteBuffer target, final int plainLength)
            throws IOException
        {
            final byte[] bytes = new byte[length];
            source.get(bytes);
            target.put(plain(bytes, plainLength));
        }

        @Override
        public void release()
        {
        }
    }

    private static final class PlainPages extends Pages
    {
        @Override
        byte[] plain(final byte[] source, final int plainLength)
        {
            return source;
        }
    }

    private static final class BlockPages extends Pages
    {
        private final Decompressor decompressor;

        BlockPages(final Decompressor decompressor)
        {
            this.decompressor = decompressor;
        }

        @Override
        byte[] plain(final byte[] source, final int plainLength) throws IOException
        {
            final byte[] target = new byte[plainLength];
            final int length = decompressor.decompress(source, 0, source.length, target, 0, plainLength);
            if (length != plainLength)
            {
                throw new IOException("a page has " + length + " bytes, its header says " + plainLength);
            }
            return target;
        }
    }

    private static final class GzipPages extends Pages
    {
        @Override
        byte[] plain(final byte[] source, final int plainLength) throws IOException
        {
            try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(source)))
            {
                final byte[] target = stream.readNBytes(plainLength);
                if (target.length != plainLength)
                {
                    throw new IOException("a page has " + target.length + " bytes, its header says " + plainLength);
                }
                return target;
            }
        }
    }
}
