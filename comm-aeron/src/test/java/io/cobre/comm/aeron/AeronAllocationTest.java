package io.cobre.comm.aeron;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.cobre.engine.contract.AllocationProbe;
import io.cobre.engine.spi.Backend;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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

    @Test
    @Tag("slow")
    void shouldNotAllocateWhileItReadsInOtherProcesses() throws IOException
    {
        try (StreamGroup group = new StreamGroup(new ShmBackend(), 2))
        {
            group.run((rank) -> AllocationProbe.run(rank.communicatorOfReaders(rank.fabric())));
        }
    }

    /**
     * Two ranks: with more the JDK makes an address object for each datagram whose sender is not that of the last.
     * The driver's pollers use iterators, which only the optimising compiler does away with.
     */
    @Test
    @Tag("slow")
    void shouldNotAllocateInSteadyStateOverUdp() throws IOException
    {
        final HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        Assumptions.assumeTrue("4".equals(jvm.getVMOption("TieredStopAtLevel").getValue()), "no optimising compiler");
        probe(new TcpBackend(), 2);
    }

    private static void probe(final Backend backend, final int ranks) throws IOException
    {
        try (StreamGroup group = new StreamGroup(backend, ranks))
        {
            group.run((rank) -> AllocationProbe.run(rank.communicator()));
        }
    }
}
