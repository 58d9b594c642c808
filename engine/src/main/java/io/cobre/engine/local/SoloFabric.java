package io.cobre.engine.local;

import io.cobre.engine.spi.Fabric;
import io.cobre.engine.spi.Transport;
import java.util.List;

/**
 * The attachment of the only rank of a group.
 */
final class SoloFabric implements Fabric
{
    @Override
    public byte[] address()
    {
        return new byte[0];
    }

    @Override
    public void peers(final List<byte[]> addresses)
    {
    }

    @Override
    public Transport open(final int streamId, final int[] members)
    {
        return new SoloTransport();
    }

    @Override
    public int doWork()
    {
        return 0;
    }

    @Override
    public void close()
    {
    }
}
