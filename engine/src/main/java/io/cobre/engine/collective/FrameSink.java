package io.cobre.engine.collective;

import io.cobre.engine.spi.FrameHandler;

/**
 * Receives decoded frames.
 */
interface FrameSink
{
    FrameHandler.Action onFrame(CollectiveAdapter frame);
}
