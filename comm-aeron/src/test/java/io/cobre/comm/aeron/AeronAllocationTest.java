package io.cobre.comm.aeron;

import io.cobre.engine.contract.AllocationProbe;
import io.cobre.engine.spi.Backend;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AeronAllocationTest
{
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    @Tag("slow")
    void shouldNotAllocateInSteadyStateOverSharedMemory(final int ranks) throws IOException
    {
        probe(new ShmBackend(), ranks);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    @Tag("slow")
    void shouldNotAllocateInSteadyStateOverUdp(final int ranks) throws IOException
    {
        probe(new TcpBackend(), ranks);
    }

    private static void probe(final Backend backend, final int ranks) throws IOException
    {
        try (StreamGroup group = new StreamGroup(backend, ranks))
        {
            group.run((rank) -> AllocationProbe.run(rank.communicator()));
        }
    }
}
