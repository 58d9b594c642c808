package io.cobre.solver.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.cobre.engine.CobreException;
import io.cobre.engine.Communicator;
import io.cobre.engine.Communicators;
import io.cobre.solver.Ranks;
import io.cobre.solver.SmallStudies;
import io.cobre.solver.policy.Policy;
import io.cobre.solver.stochastic.StochasticModel;
import io.cobre.solver.study.Study;
import io.cobre.solver.train.Trainer;
import io.cobre.solver.train.TrainingContext;

class SimulatorTest
{
    private static final Study STUDY = SmallStudies.cascade(3, 10);
    private static final StochasticModel STOCHASTIC = StochasticModel.of(STUDY);
    private static Policy policy;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train()
    {
        try (Communicator communicator = Communicators.local();
            Trainer trainer = new Trainer(new TrainingContext(STUDY, STOCHASTIC, communicator, Ranks.solvers())))
        {
            policy = trainer.train().policy();
        }
    }

    private static SimulationResult simulate(
        final Policy used, final Communicator communicator, final int scenarios, final SimulationListener listener)
    {
        try (Simulator simulator = new Simulator(STUDY, STOCHASTIC, used, communicator, Ranks.solvers()))
        {
            return simulator.simulate(scenarios, listener);
        }
    }

    private static SimulationResult alone(final Policy used, final int scenarios, final SimulationListener listener)
    {
        try (Communicator communicator = Communicators.local())
        {
            return simulate(used, communicator, scenarios, listener);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void shouldGiveTheSameCostsForAnyNumberOfRanks(final int size) throws Exception
    {
        final int scenarios = 4;
        final SimulationResult alone = alone(policy, scenarios, SimulationListener.NONE);

        for (final SimulationResult result : Ranks.run(
            size, communicator -> simulate(policy, communicator, scenarios, SimulationListener.NONE)))
        {
            assertEquals(alone.digest(), result.digest());
        }
    }

    @Test
    void shouldGiveTheSameCostsFromAPolicyThatWasSavedAndLoaded()
    {
        policy.save(folder.resolve("policy"));
        final Policy loaded = Policy.load(folder.resolve("policy"));

        assertEquals(policy.digest(), loaded.digest());
        assertEquals(
            alone(policy, 20, SimulationListener.NONE).digest(), alone(loaded, 20, SimulationListener.NONE).digest());
    }

    @Test
    void shouldNotLetAScenarioDependOnTheNumberOfScenarios()
    {
        final double[] few = alone(policy, 3, SimulationListener.NONE).costs();
        final double[] many = alone(policy, 30, SimulationListener.NONE).costs();

        for (int scenario = 0; scenario < few.length; scenario++)
        {
            assertEquals(few[scenario], many[scenario]);
        }
    }

    @Test
    void shouldTellTheListenerOfEveryStageInOrder()
    {
        final List<String> heard = new ArrayList<>();
        final double[] sums = new double[2];
        final double[] told = new double[2];
        final SimulationResult result = alone(policy, 2, new SimulationListener()
        {
            @Override
            public void stage(final StageOutcome outcome)
            {
                heard.add(outcome.scenario() + "/" + outcome.lp().stage().id());
                sums[outcome.scenario()] += outcome.discount() * outcome.stageCost();
            }

            @Override
            public void scenario(final int scenario, final double dollars)
            {
                assertEquals(sums[scenario], dollars);
                told[scenario] = dollars;
            }
        });

        assertEquals(List.of("0/0", "0/1", "0/2", "0/3", "0/4", "1/0", "1/1", "1/2", "1/3", "1/4"), heard);
        assertArrayEquals(told, result.costs());
        assertEquals((told[0] + told[1]) / 2.0, result.meanCost(), 1e-9 * told[0]);
        assertEquals(Math.abs(told[0] - told[1]) / Math.sqrt(2.0), result.stdCost(), 1e-9 * told[0]);
        assertTrue(result.stdCost() > 0.0);
    }

    @Test
    void shouldRefuseAPolicyOfAnotherCase()
    {
        final Study other = SmallStudies.singleHydro(1);
        try (Communicator communicator = Communicators.local())
        {
            final CobreException refused = assertThrows(
                CobreException.class,
                () -> new Simulator(other, StochasticModel.of(other), policy, communicator, Ranks.solvers()));
            assertEquals("IncompatibleRuns", refused.kind().id());
        }
    }
}
