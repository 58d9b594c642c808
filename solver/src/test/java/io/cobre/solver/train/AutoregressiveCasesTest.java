package io.cobre.solver.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.cobre.engine.Communicator;
import io.cobre.engine.Communicators;
import io.cobre.solver.Ranks;
import io.cobre.solver.simulate.SimulationListener;
import io.cobre.solver.simulate.SimulationResult;
import io.cobre.solver.simulate.Simulator;
import io.cobre.solver.stochastic.StochasticModel;
import io.cobre.solver.study.Study;
import io.cobre.solver.study.input.CaseLoader;

/**
 * Reference cases with autoregressive, estimated and external inflows, where their folder is at hand.
 */
class AutoregressiveCasesTest
{
    @ParameterizedTest
    @CsvSource({
        "d16-par1-lag-shift, 7756250, 1e-3",
        "d19-multi-hydro-par, 1332571.7968919526, 1e-4",
        "d26-estimated-par2, 50607484.90581006, 1e-3",
        "d12-par-annual, 16613296859.68, 10",
        "d28-decomp-weekly-monthly, 780.680337, 1e-5"
    })
    void shouldFindTheKnownBound(final String name, final double bound, final double within)
    {
        assertEquals(bound, Trainings.alone(study(name)).lowerBound(), within);
    }

    @ParameterizedTest
    @ValueSource(strings = {"d16-par1-lag-shift", "d19-multi-hydro-par", "d26-estimated-par2", "d12-par-annual"})
    void shouldCloseTheGapWhereThereIsOneOpening(final String name)
    {
        // the paths carry their inflows forward as the cuts assume
        assertEquals(0.0, Trainings.alone(study(name)).gap(), 1e-6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"d29-weekly-par-noise-sharing", "d30-multi-resolution-monthly-quarterly"})
    void shouldTrainOverStagesOfSeveralLengths(final String name)
    {
        final TrainingResult result = Trainings.alone(study(name));
        assertTrue(result.lowerBound() > 0.0 && Double.isFinite(result.lowerBound()));
    }

    /** Where trial paths are drawn from the openings, following the policy costs what the lower bound says. */
    @ParameterizedTest
    @ValueSource(strings = {
        "d28-decomp-weekly-monthly", "d29-weekly-par-noise-sharing", "d30-multi-resolution-monthly-quarterly"})
    void shouldCostWhatTheBoundSaysOverStagesOfSeveralLengths(final String name)
    {
        final String inSample = "{\"inflow\": {\"scheme\": \"in_sample\"}}";
        final Study study = study(name, Map.of(
            "training.scenario_source", inSample,
            "simulation.scenario_source", inSample,
            "training.stopping_rules", "[{\"type\": \"iteration_limit\", \"limit\": 40}]"));
        final TrainingResult result = Trainings.alone(study);
        try (Communicator communicator = Communicators.local();
            Simulator simulator = new Simulator(
                study, StochasticModel.of(study), result.policy(), communicator, Ranks.solvers()))
        {
            final SimulationResult simulated = simulator.simulate(1000, SimulationListener.NONE);
            assertTrue(simulated.ci95() < 0.02 * result.lowerBound());
            assertEquals(result.lowerBound(), simulated.meanCost(), 1.5 * simulated.ci95());
        }
    }

    @Test
    void shouldLeaveTheLagOfAnUnfinishedMonth()
    {
        final StochasticModel model = StochasticModel.of(study("d29-weekly-par-noise-sharing"));
        final double[] memory = new double[model.lags().slots()];
        final double[] after = new double[memory.length];
        model.lags().initial(memory, 0);
        model.lags().advance(0, memory, 0, new double[]{10.0}, after, 0);
        assertEquals(200.0, after[0]);
        assertEquals(10.0 * 7 / 31, after[1], 1e-12);
    }

    private static Study study(final String name)
    {
        return study(name, Map.of());
    }

    private static Study study(final String name, final Map<String, String> overrides)
    {
        final Path folder = Path.of(System.getProperty("cobre.cases", "")).resolve(name);
        assumeTrue(Files.isDirectory(folder), "the reference cases are not there: " + folder);
        return CaseLoader.load(folder, overrides);
    }
}
