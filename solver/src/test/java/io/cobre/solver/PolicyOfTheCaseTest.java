package io.cobre.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cobre.engine.CobreException;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.policy.StageStates;
import io.cobre.solver.study.input.CaseFolder;

/**
 * The section policy of config.json, from the folder to the result.
 */
class PolicyOfTheCaseTest
{
    @TempDir
    private Path folder;

    private Path study;
    private Path output;

    @BeforeEach
    void writeCase()
    {
        study = CaseFolder.write(folder.resolve("case")).path();
        output = folder.resolve("output");
    }

    private TrainOptions options(final String key, final String value)
    {
        final TrainOptions options = new TrainOptions().outputDirectory(output);
        return key == null ? options : options.configOverride(key, value);
    }

    @Test
    void shouldSimulateThePolicyThatIsThere()
    {
        final TrainingResult trained = Cobre.train(study, options(null, null));
        final SimulateOptions options = new SimulateOptions().outputDirectory(output).scenarios(5);

        final SimulationResult named = Cobre.simulate(study, options.configOverride("training.enabled", "false"));

        assertEquals(Cobre.simulate(study, trained.policy(), options).digest(), named.digest());
        final CobreException error = assertThrows(
            CobreException.class, () -> Cobre.train(study, options("training.enabled", "false")));
        assertEquals(SolverErrorKind.INCOMPATIBLE_SETTINGS, error.kind());
        assertEquals(
            SolverErrorKind.OUTPUT_NOT_FOUND,
            assertThrows(CobreException.class, () -> Cobre.simulate(
                study, new SimulateOptions().outputDirectory(folder.resolve("other")))).kind());
    }

    @Test
    void shouldWarmStartFromTheFolderThatIsNamed()
    {
        final TrainingResult fresh = Cobre.train(study, options(null, null));

        final TrainingResult warm = Cobre.train(study, options("policy.mode", "warm_start"));

        assertEquals(2 * fresh.totalCuts(), warm.totalCuts());
        assertTrue(warm.history().get(0).lowerBound() >= fresh.lowerBound() * (1.0 - 1e-9));
    }

    @Test
    void shouldCarryBoundaryCutsToWorkerProcesses()
    {
        final TrainingResult longTerm =
            Cobre.train(study, options(null, null).outputDirectory(folder.resolve("long-term")));
        final TrainOptions options =
            options("policy.boundary", "{\"path\": \"../long-term/policy\", \"source_stage\": 0}");

        final TrainingResult alone = Cobre.train(study, options);
        final TrainingResult together = Cobre.train(study, options.numWorkers(2));

        assertTrue(alone.lowerBound() > longTerm.lowerBound());
        assertEquals(longTerm.policy().cuts(0).size(), alone.policy().cuts(1).size());
        assertNotEquals(longTerm.policyDigest(), alone.policyDigest());
        assertEquals(alone.policyDigest(), together.policyDigest());
        assertEquals(alone.boundsDigest(), together.boundsDigest());
        final SimulateOptions scenarios = new SimulateOptions().outputDirectory(output).scenarios(40);
        final SimulationResult simulated = Cobre.simulate(study, alone.policy(), scenarios);
        assertTrue(simulated.meanCost() + 3.0 * simulated.ci95() > alone.lowerBound());
    }

    @Test
    void shouldWriteTheVisitedStatesOfAllWorkers() throws IOException
    {
        final TrainOptions options = options("exports.states", "true");
        final TrainingResult alone = Cobre.train(study, options);
        final byte[] first = Files.readAllBytes(output.resolve("policy/states/stage_000.bin"));
        assertEquals(2, alone.policy().states().size());
        final StageStates states = alone.policy().states().get(0);
        assertEquals(2 * 5, states.count());
        assertEquals(2, states.dimension());
        for (int index = 0; index < states.values().length; index++)
        {
            assertTrue(states.values()[index] >= 0.0 && states.values()[index] <= 100.0);
        }
        assertEquals(0, alone.policy().states().get(1).count());

        final TrainingResult together = Cobre.train(study, options.numWorkers(2));

        assertArrayEquals(states.values(), together.policy().states().get(0).values());
        assertArrayEquals(first, Files.readAllBytes(output.resolve("policy/states/stage_000.bin")));
        assertTrue(Files.readString(output.resolve("policy/metadata.json")).contains("\"total_visited_states\" : 10"));
    }
}
