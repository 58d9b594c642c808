package io.cobre.comm.aeron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.CollectiveFailedException;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PeerMemoryTest
{
    private static final long RUN_ID = 4711;
    private static final String OWN_MARK = "reads-peers-0";

    @TempDir
    private Path directory;

    @Test
    void shouldReadAnotherProcessUntilItIsGone() throws Exception
    {
        final PeerMemory memory = memory(0, 2);
        try (JavaProcess peer = new JavaProcess(PeerMemoryProgram.class, directory.toString(), "" + RUN_ID))
        {
            final byte[] address = PeerMemoryProgram.await(directory.resolve(PeerMemoryProgram.ADDRESS + 1));
            memory.peers(List.of(memory.address(), address));
            memory.open();
            PeerMemoryProgram.publish(directory.resolve(PeerMemoryProgram.ADDRESS + 0), memory.address());
            final long there =
                ByteBuffer.wrap(PeerMemoryProgram.await(directory.resolve(PeerMemoryProgram.BUFFER))).getLong();
            await(memory::isReadableByPeers);
            await(() -> Files.exists(directory.resolve(OWN_MARK)));

            final UnsafeBuffer target = new UnsafeBuffer(ByteBuffer.allocateDirect(PeerMemoryProgram.BYTES));
            memory.read(1, there, target.addressOffset(), PeerMemoryProgram.BYTES);
            for (int i = 0; i < PeerMemoryProgram.BYTES; i++)
            {
                assertEquals(PeerMemoryProgram.value(i), target.getByte(i));
            }
            final CollectiveFailedException nothing =
                assertThrows(CollectiveFailedException.class, () -> memory.read(1, 8, target.addressOffset(), 16));
            assertEquals(CollectiveFailedException.Reason.ABORTED, nothing.reason());
            assertTrue(nothing.getMessage().startsWith("16 bytes in the process of rank 1 cannot be read"));

            peer.kill();
            peer.exitCode();
            final CollectiveFailedException gone =
                assertThrows(CollectiveFailedException.class, () -> memory.read(1, there, target.addressOffset(), 16));
            assertEquals(CollectiveFailedException.Reason.PEER_LOST, gone.reason());
            assertEquals("the process of rank 1 is gone", gone.getMessage());
        }
    }

    @Test
    void shouldDependOnTheOthers()
    {
        final PeerMemory first = memory(0, 2);
        final PeerMemory second = memory(1, 2);
        final List<byte[]> addresses = List.of(first.address(), second.address());
        first.peers(addresses);
        second.peers(addresses);
        assertFalse(first.isReadableByPeers());
        second.open();
        await(first::isReadableByPeers);
        assertFalse(second.isReadableByPeers());
        first.open();
        await(second::isReadableByPeers);
        first.close();
        first.close();
        assertFalse(second.isReadableByPeers());
        second.close();
        assertEquals(0, directory.toFile().list().length);
    }

    @Test
    void shouldNotTakeAnotherProcessForAPeer() throws IOException
    {
        final PeerMemory memory = memory(0, 2);
        final PeerMemory peer = memory(1, 2);
        memory.peers(List.of(memory.address(), peer.address()));
        assertTrue(memory.canReadPeers());
        final PeerMemory ofAnotherRun = new PeerMemory(directory, RUN_ID + 1, 1, 2);
        memory.peers(List.of(memory.address(), ofAnotherRun.address()));
        assertFalse(memory.canReadPeers());
        // their words are there as long as they are
        Reference.reachabilityFence(peer);
        Reference.reachabilityFence(ofAnotherRun);
    }

    /**
     * Until something is so, on systems that let processes of one user read each other.
     */
    static void await(final BooleanSupplier condition)
    {
        final long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean())
        {
            assertTrue(System.nanoTime() < deadlineNs, "processes may not read each other here");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private PeerMemory memory(final int rank, final int size)
    {
        return new PeerMemory(directory, RUN_ID, rank, size);
    }
}
