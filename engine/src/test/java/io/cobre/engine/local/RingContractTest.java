package io.cobre.engine.local;

import io.cobre.engine.contract.CommunicatorContract;
import io.cobre.engine.contract.GroupUnderTest;
import io.cobre.engine.contract.RankBody;
import io.cobre.engine.contract.RankThreads;

class RingContractTest extends CommunicatorContract
{
    @Override
    protected GroupUnderTest groupUnderTest()
    {
        return new Rings(RingSettings.DEFAULT);
    }

    /**
     * Groups on rings.
     */
    static final class Rings implements GroupUnderTest
    {
        private final RingSettings settings;

        Rings(final RingSettings settings)
        {
            this.settings = settings;
        }

        @Override
        public String backend()
        {
            return "local" + (RingSettings.DEFAULT.equals(settings) ? "" : "-narrow");
        }

        @Override
        public int maxRanks()
        {
            return 7;
        }

        @Override
        public void run(final int ranks, final long timeoutNs, final RankBody body) throws Exception
        {
            try (InProcessGroup group = InProcessGroup.create(ranks, settings, timeoutNs))
            {
                RankThreads.run(ranks, group::communicator, body);
            }
        }
    }
}
