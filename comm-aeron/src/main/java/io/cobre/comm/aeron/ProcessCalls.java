package io.cobre.comm.aeron;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import io.cobre.engine.natives.JnaLibrary;
import java.io.IOException;

/**
 * The C function that reads another process's memory, bound by JNA's direct mapping. Pointers are longs.
 */
final class ProcessCalls
{
    private static boolean isBound;

    private ProcessCalls()
    {
    }

    /**
     * Bind on first use; to be called before anything else here.
     *
     * @throws IOException if the system has no such function, or JNA does not start.
     */
    static synchronized void bind() throws IOException
    {
        if (!isBound)
        {
            JnaLibrary.prepare(ProcessCalls.class.getClassLoader());
            try
            {
                Native.register(ProcessCalls.class, NativeLibrary.getProcess());
            }
            catch (final LinkageError ex)
            {
                throw new IOException("the C library does not read other processes: " + ex.getMessage(), ex);
            }
            isBound = true;
        }
    }

    /**
     * What the last call on this thread has failed with.
     *
     * @return an errno.
     */
    static int lastError()
    {
        return Native.getLastError();
    }

    /**
     * Copy from the memory of a process.
     *
     * @param pid         of the process.
     * @param local       address of {@code localCount} pairs of address and length to be written.
     * @param localCount  at least 1.
     * @param remote      address of {@code remoteCount} pairs of address and length to be read there.
     * @param remoteCount at least 1.
     * @param flags       0.
     * @return bytes copied, -1 for an error.
     */
    static native long process_vm_readv(
        int pid, long local, long localCount, long remote, long remoteCount, long flags);
}
