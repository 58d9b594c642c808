package io.cobre.engine.local;

import io.cobre.engine.contract.CommunicatorContract;
import io.cobre.engine.contract.GroupUnderTest;

/**
 * The same promises with a window of two short frames, so that everything is back-pressured all the time.
 */
class NarrowRingContractTest extends CommunicatorContract
{
    @Override
    protected GroupUnderTest groupUnderTest()
    {
        return new RingContractTest.Rings(new RingSettings(2, 1024));
    }
}
