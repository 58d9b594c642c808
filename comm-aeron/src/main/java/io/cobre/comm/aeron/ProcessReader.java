package io.cobre.comm.aeron;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads one piece of another process's memory at a time, without garbage. Used by one thread.
 */
final class ProcessReader
{
    /** Address and length. */
    private static final int VECTOR_LENGTH = 2 * Long.BYTES;

    private final UnsafeBuffer vectors = new UnsafeBuffer(ByteBuffer.allocateDirect(2 * VECTOR_LENGTH));
    private final long target = vectors.addressOffset();
    private final long source = target + VECTOR_LENGTH;

    /**
     * Copy as much as there is.
     *
     * @param process its id.
     * @param address there.
     * @param to      address in this process.
     * @param bytes   at least 1.
     * @return bytes copied, -1 for an error, which {@link ProcessCalls#lastError()} tells.
     */
    long read(final int process, final long address, final long to, final int bytes)
    {
        put(0, to, bytes);
        put(VECTOR_LENGTH, address, bytes);
        return ProcessCalls.process_vm_readv(process, target, 1, source, 1, 0);
    }

    private void put(final int position, final long address, final long bytes)
    {
        vectors.putLong(position, address, ByteOrder.nativeOrder());
        vectors.putLong(position + Long.BYTES, bytes, ByteOrder.nativeOrder());
    }
}
