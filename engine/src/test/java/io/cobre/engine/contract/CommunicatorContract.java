package io.cobre.engine.contract;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * What every backend promises. A backend's test extends this class and says how groups are made.
 */
public abstract class CommunicatorContract
{
    private static final Duration LIMIT = Duration.ofSeconds(150);

    /**
     * How groups are made.
     *
     * @return closed after the tests of one factory.
     */
    protected abstract GroupUnderTest groupUnderTest();

    @TestFactory
    Stream<DynamicTest> shouldSynchronise()
    {
        return tests(BarrierScenarios.all());
    }

    @TestFactory
    Stream<DynamicTest> shouldMoveData()
    {
        return tests(DataScenarios.all());
    }

    @TestFactory
    Stream<DynamicTest> shouldReduce()
    {
        return tests(ReductionScenarios.all());
    }

    @TestFactory
    Stream<DynamicTest> shouldServeRoots()
    {
        return tests(RootedScenarios.all());
    }

    @TestFactory
    Stream<DynamicTest> shouldTakeArrays()
    {
        return tests(ArrayScenarios.all());
    }

    @TestFactory
    Stream<DynamicTest> shouldPlanAndPoll()
    {
        return tests(PlannedScenarios.all());
    }

    @TestFactory
    Stream<DynamicTest> shouldDivide()
    {
        return tests(SubgroupScenarios.all());
    }

    @TestFactory
    Stream<DynamicTest> shouldShareMemory()
    {
        return tests(RegionScenarios.all());
    }

    @TestFactory
    Stream<DynamicTest> shouldFollowModel()
    {
        return tests(MixedScenarios.all());
    }

    @TestFactory
    Stream<DynamicTest> shouldRefuseArguments()
    {
        return tests(ArgumentScenarios.all());
    }

    @TestFactory
    Stream<DynamicTest> shouldFail()
    {
        return tests(FailureScenarios.all());
    }

    @Tag("slow")
    @TestFactory
    Stream<DynamicTest> shouldMoveMuchData()
    {
        return tests(DataScenarios.large());
    }

    private Stream<DynamicTest> tests(final List<Scenario> scenarios)
    {
        final GroupUnderTest group = groupUnderTest();
        return scenarios.stream()
            .flatMap((scenario) -> Arrays.stream(scenario.ranks())
                .filter((ranks) -> ranks <= group.maxRanks())
                .mapToObj((ranks) -> test(group, scenario, ranks)))
            .onClose(group::close);
    }

    private static DynamicTest test(final GroupUnderTest group, final Scenario scenario, final int ranks)
    {
        final String name = group.backend() + "_" + scenario.method() + "_" + scenario.name() + "[" + ranks + "]";
        return DynamicTest.dynamicTest(name, () -> Assertions.assertTimeoutPreemptively(
            LIMIT, () -> group.run(ranks, scenario.timeoutNs(), scenario.body().apply(ranks)), name));
    }
}
