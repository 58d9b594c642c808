package io.cobre.comm.aeron;

import io.cobre.engine.contract.CommunicatorContract;
import io.cobre.engine.contract.GroupUnderTest;

class TcpContractTest extends CommunicatorContract
{
    @Override
    protected GroupUnderTest groupUnderTest()
    {
        return new AeronGroups(new TcpBackend());
    }
}
