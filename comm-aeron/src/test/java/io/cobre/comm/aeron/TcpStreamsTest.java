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
     * The driver's pollers make iterators until the compiler has removed them.
     */
    @Override
    int allocationPerFrame()
    {
        return 64;
    }
}
