package io.cobre.comm.aeron;

import io.cobre.engine.spi.Backend;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShmStreamsTest extends StreamContract
{
    private static final Map<String, String> SHORT_TERMS =
        Map.of(GroupSettings.TERM_LENGTH, String.valueOf(StreamLimits.MIN_TERM_LENGTH));

    @Override
    Backend backend()
    {
        return new ShmBackend();
    }

    /**
     * Frames of one length fit the terms without a gap, those of many lengths leave one at the end.
     */
    @ParameterizedTest
    @ValueSource(ints = {16, 400})
    void shouldDeliverFramesThroughManyTerms(final int longest) throws IOException
    {
        try (StreamGroup group = new StreamGroup(backend(), 2, SHORT_TERMS))
        {
            group.run((rank) -> new FrameTraffic(rank.transport(0), 1L, 20_000, longest).exchange());
        }
    }
}
