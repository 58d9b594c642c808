package io.cobre.engine.local;

import io.cobre.engine.contract.AllocationProbe;
import io.cobre.engine.contract.RankThreads;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RingAllocationTest
{
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void shouldNotAllocateInSteadyState(final int ranks) throws Exception
    {
        try (InProcessGroup group = InProcessGroup.create(ranks))
        {
            RankThreads.run(ranks, group::communicator, AllocationProbe::run);
        }
    }
}
