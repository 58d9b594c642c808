package io.cobre.comm.aeron;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aeron.driver.status.SystemCounterDescriptor;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Datagrams that are lost on the way are sent again: every frame arrives in order, exactly once.
 */
class TcpLossTest
{
    private static final String EXTENSIONS = "io.aeron.driver.ext.";
    private static final Map<String, String> LOSSY = Map.of(
        "aeron.ReceiveChannelEndpoint.supplier", EXTENSIONS + "DebugReceiveChannelEndpointSupplier",
        "aeron.SendChannelEndpoint.supplier", EXTENSIONS + "DebugSendChannelEndpointSupplier",
        "aeron.debug.receive.data.loss.rate", "0.05",
        "aeron.debug.receive.data.loss.seed", "1234",
        "aeron.debug.send.control.loss.rate", "0.05",
        "aeron.debug.send.control.loss.seed", "4321");

    @BeforeAll
    static void loseDatagrams()
    {
        LOSSY.forEach(System::setProperty);
    }

    @AfterAll
    static void loseNoMore()
    {
        LOSSY.keySet().forEach(System::clearProperty);
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 4096, Integer.MAX_VALUE})
    void shouldDeliverFramesInOrderExactlyOnce(final int maxLength) throws Exception
    {
        try (StreamGroup group = new StreamGroup(new TcpBackend(), 3))
        {
            group.run((rank) ->
            {
                new FrameTraffic(rank.transport(0), 99L, 2_000, maxLength).exchange();
                final long resent = ((AeronFabric) rank.fabric()).counters()
                    .getCounterValue(SystemCounterDescriptor.RETRANSMITS_SENT.id());
                assertTrue(resent > 0, "nothing was lost");
            });
        }
    }
}
