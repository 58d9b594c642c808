package io.cobre.comm.aeron;

import io.cobre.engine.spi.Backend;

class ShmStreamsTest extends StreamContract
{
    @Override
    Backend backend()
    {
        return new ShmBackend();
    }
}
