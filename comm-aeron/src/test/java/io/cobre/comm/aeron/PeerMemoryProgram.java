package io.cobre.comm.aeron;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Rank 1 of two, in another process: says where its buffer is, then waits for its end. Arguments: directory and run id.
 */
public final class PeerMemoryProgram
{
    static final String ADDRESS = "address-";
    static final String BUFFER = "buffer";
    static final int BYTES = 300_000;

    private PeerMemoryProgram()
    {
    }

    /**
     * Entry.
     *
     * @param args as above.
     */
    public static void main(final String[] args) throws IOException, InterruptedException
    {
        final Path directory = Path.of(args[0]);
        final PeerMemory memory = new PeerMemory(directory, Long.parseLong(args[1]), 1, 2);
        final UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(BYTES));
        for (int i = 0; i < BYTES; i++)
        {
            buffer.putByte(i, value(i));
        }
        publish(directory.resolve(ADDRESS + 1), memory.address());
        final byte[] peer = await(directory.resolve(ADDRESS + 0));
        memory.peers(List.of(peer, memory.address()));
        memory.open();
        publish(directory.resolve(BUFFER), ByteBuffer.allocate(Long.BYTES).putLong(buffer.addressOffset()).array());
        Thread.sleep(Long.MAX_VALUE);
        Reference.reachabilityFence(memory);
        Reference.reachabilityFence(buffer);
    }

    static byte value(final int position)
    {
        return (byte) (position * 7 + 3);
    }

    static void publish(final Path file, final byte[] content) throws IOException
    {
        final Path draft = Files.write(file.resolveSibling(file.getFileName() + ".new"), content);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static byte[] await(final Path file) throws IOException, InterruptedException
    {
        while (!Files.exists(file))
        {
            Thread.sleep(5);
        }
        return Files.readAllBytes(file);
    }
}
