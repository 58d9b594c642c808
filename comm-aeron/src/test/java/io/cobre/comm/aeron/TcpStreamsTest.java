package io.cobre.comm.aeron;

import io.cobre.engine.spi.Backend;

class TcpStreamsTest extends StreamContract
{
    @Override
    Backend backend()
    {
        return new TcpBackend();
    }

    /**
     * The JDK makes an address object when a socket hears from another peer than before.
     */
    @Override
    int allocationPerFrame()
    {
        return 64;
    }
}
