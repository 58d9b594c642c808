package io.cobre.comm.aeron;

import io.cobre.engine.contract.CommunicatorContract;
import io.cobre.engine.contract.GroupUnderTest;

class ShmContractTest extends CommunicatorContract
{
    @Override
    protected GroupUnderTest groupUnderTest()
    {
        return new AeronGroups(new ShmBackend());
    }
}
