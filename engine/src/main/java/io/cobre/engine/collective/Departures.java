package io.cobre.engine.collective;

import io.cobre.engine.spi.Transport;
import java.util.ArrayList;
import java.util.List;

/**
 * Sub-communicators that this rank has closed while a peer has not: their streams stay open until that peer has read
 * them and ended its own, or it would find nobody to publish to. What is left at the end goes with the fabric.
 */
final class Departures
{
    private final List<CollectiveStream> streams = new ArrayList<>();
    private final List<Transport> transports = new ArrayList<>();

    void add(final CollectiveStream stream, final Transport transport)
    {
        streams.add(stream);
        transports.add(transport);
        sweep();
    }

    /**
     * Close those that nobody needs any more.
     */
    void sweep()
    {
        for (int i = streams.size() - 1; i >= 0; i--)
        {
            if (streams.get(i).haveAllLeft())
            {
                transports.get(i).close();
                streams.remove(i);
                transports.remove(i);
            }
        }
    }
}
