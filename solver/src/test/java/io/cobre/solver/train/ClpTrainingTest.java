package io.cobre.solver.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.cobre.solver.CaseFolders;
import io.cobre.solver.lp.LadderLog;
import io.cobre.solver.lp.LpSolvers;
import io.cobre.solver.lp.LpSource;
import io.cobre.solver.lp.SolveFaults;
import io.cobre.solver.study.Study;
import io.cobre.solver.study.input.CaseLoader;

/**
 * Studies trained with CLP, whose state between solves is richer than that of HiGHS.
 */
class ClpTrainingTest
{
    private static final double BOUND_TOLERANCE = 1e-2;

    private final LadderLog log = new LadderLog();
    private final LpSource solvers = new LpSource(LpSolvers.byId("clp"), SolveFaults.NONE, log);

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void shouldGiveTheSameBitsForAnyNumberOfRanks(final int size) throws Exception
    {
        final Study study = study(40);
        final TrainingResult alone = Trainings.alone(study, context -> context.solvers(solvers));
        for (final TrainingResult result : Trainings.together(study, size, context -> context.solvers(solvers)))
        {
            assertEquals(alone.policyDigest(), result.policyDigest());
            assertEquals(alone.boundsDigest(), result.boundsDigest());
        }
    }

    @Test
    void shouldComeToTheBoundOfTheOtherSolver()
    {
        comesToTheSameBound(study(40));
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("io.cobre.solver.CaseFolders#all")
    void shouldSolveEveryCase(final Path folder)
    {
        final Study study = CaseFolders.load(folder, Map.of(
            "training.forward_passes", "2",
            "training.stopping_rules", "[{\"type\": \"iteration_limit\", \"limit\": 15}]"));
        comesToTheSameBound(study);
    }

    private void comesToTheSameBound(final Study study)
    {
        final double clp = Trainings.alone(study, context -> context.solvers(solvers)).lowerBound();
        final double highs = Trainings.alone(study).lowerBound();
        assertEquals(highs, clp, BOUND_TOLERANCE * Math.abs(highs));
        assertTrue(log.uses().size() < 5, log.uses()::toString);
    }

    private static Study study(final int iterations)
    {
        final Path folder = Path.of(System.getProperty("cobre.cases", "")).resolve("4ree");
        assumeTrue(Files.isDirectory(folder), "the case 4ree is not here");
        return CaseLoader.load(folder, Map.of(
            "training.stopping_rules", "[{\"type\": \"iteration_limit\", \"limit\": " + iterations + "}]"));
    }
}
