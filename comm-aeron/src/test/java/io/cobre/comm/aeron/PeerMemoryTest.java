package io.cobre.comm.aeron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.CollectiveFailedException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PeerMemoryTest
{
    private static final long RUN_ID = 4711;
    private static final byte[] NO_ADDRESS = {};

    @TempDir
    private Path directory;

    @BeforeEach
    void shouldBeAllowedToReadThisProcess()
    {
        final PeerMemory memory = memory(0, 1);
        memory.peers(List.of(memory.address()));
        Assumptions.assumeTrue(memory.isReadable(), "processes may not read each other here");
        memory.close();
    }

    @Test
    void shouldReadAnotherProcessUntilItIsGone() throws Exception
    {
        final PeerMemory memory = memory(0, 2);
        try (JavaProcess peer = new JavaProcess(PeerMemoryProgram.class, directory.toString(), "" + RUN_ID))
        {
            final byte[] address = PeerMemoryProgram.await(directory.resolve(PeerMemoryProgram.ADDRESS + 1));
            memory.peers(List.of(memory.address(), address));
            PeerMemoryProgram.publish(directory.resolve(PeerMemoryProgram.ADDRESS + 0), memory.address());
            final long there =
                ByteBuffer.wrap(PeerMemoryProgram.await(directory.resolve(PeerMemoryProgram.BUFFER))).getLong();
            assertTrue(memory.isReadable());

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
    void shouldDependOnAllRanks()
    {
        final PeerMemory first = memory(0, 2);
        final PeerMemory second = memory(1, 2);
        final List<byte[]> addresses = List.of(first.address(), second.address());
        first.peers(addresses);
        assertFalse(first.isReadable());
        second.peers(addresses);
        assertTrue(first.isReadable());
        assertTrue(second.isReadable());
        first.close();
        first.close();
        assertFalse(second.isReadable());
        second.close();
        assertEquals(0, directory.toFile().list().length);
    }

    @Test
    void shouldNotTakeAnotherProcessForAPeer()
    {
        final PeerMemory memory = memory(0, 2);
        final PeerMemory ofAnotherRun = new PeerMemory(directory, RUN_ID + 1, 1, 2);
        for (final byte[] address : List.of(ofAnotherRun.address(), NO_ADDRESS))
        {
            memory.peers(List.of(memory.address(), address));
            assertFalse(Files.exists(directory.resolve("reads-peers-0")));
        }
    }

    private PeerMemory memory(final int rank, final int size)
    {
        return new PeerMemory(directory, RUN_ID, rank, size);
    }
}
