package io.cobre.solver.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.Communicator;
import io.cobre.engine.Communicators;
import io.cobre.solver.Ranks;
import io.cobre.solver.simulate.SimulationListener;
import io.cobre.solver.simulate.Simulator;
import io.cobre.solver.simulate.StageOutcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a simulation keeps in memory does not grow with the number of its scenarios.
 */
@Tag("slow")
class SimulationMemoryTest
{
    private static final int FEW = 100;
    private static final int MANY = 2000;
    private static final long BYTES_OF_A_SCENARIO = 500;

    @TempDir
    private Path folder;

    @Test
    void shouldNotKeepTheRowsOfScenarios()
    {
        final Simulated simulated = new Simulated(DetailedStudy.of(2));
        final List<Long> live = new ArrayList<>();
        final SimulationListener tables =
            new SimulationTables(folder, simulated.study(), simulated.stochastic());
        try (Communicator communicator = Communicators.local();
            Simulator simulator = new Simulator(
                simulated.study(), simulated.stochastic(), simulated.policy(), communicator, Ranks.solvers()))
        {
            simulator.simulate(MANY, new SimulationListener()
            {
                @Override
                public void stage(final StageOutcome outcome)
                {
                    tables.stage(outcome);
                }

                @Override
                public void scenario(final int scenario, final double dollars)
                {
                    tables.scenario(scenario, dollars);
                    if (scenario == FEW - 1 || scenario == MANY - 1)
                    {
                        live.add(liveBytes());
                    }
                }
            });
        }
        assertEquals(2, live.size());
        final long grown = live.get(1) - live.get(0);
        assertTrue(grown < BYTES_OF_A_SCENARIO * (MANY - FEW), grown + " bytes for " + (MANY - FEW) + " scenarios");
    }

    private static long liveBytes()
    {
        System.gc();
        System.gc();
        final Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
