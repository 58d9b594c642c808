package io.cobre.comm.aeron;

import io.cobre.engine.spi.RegionMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.agrona.BufferUtil;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A file of shared memory in this process's address space.
 */
final class MappedRegion implements RegionMemory
{
    private final Path file;
    private final boolean isOwner;
    private final UnsafeBuffer buffer;
    private MappedByteBuffer mapped;

    MappedRegion(final FileChannel channel, final Path file, final long bytes, final boolean isOwner)
        throws IOException
    {
        this.file = file;
        this.isOwner = isOwner;
        mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes);
        buffer = new UnsafeBuffer(mapped);
    }

    @Override
    public MutableDirectBuffer buffer()
    {
        return buffer;
    }

    @Override
    public void unlink()
    {
        try
        {
            Files.deleteIfExists(file);
        }
        catch (final IOException ex)
        {
            throw new UncheckedIOException("cannot remove " + file, ex);
        }
    }

    @Override
    public void close()
    {
        if (null != mapped)
        {
            buffer.wrap(0, 0);
            BufferUtil.free(mapped);
            mapped = null;
            if (isOwner)
            {
                unlink();
            }
        }
    }
}
