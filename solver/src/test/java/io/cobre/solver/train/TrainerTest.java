package io.cobre.solver.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.cobre.solver.SmallStudies;
import io.cobre.solver.error.SolverException;
import io.cobre.solver.lp.LadderLog;
import io.cobre.solver.lp.LpSolvers;
import io.cobre.solver.lp.LpSource;
import io.cobre.solver.lp.SolveFaults;
import io.cobre.solver.lp.StageInstance;
import io.cobre.solver.study.Study;

class TrainerTest
{
    @Test
    void shouldFindTheOptimumOfASingleReservoir()
    {
        final TrainingResult result = Trainings.alone(SmallStudies.singleHydro(10));

        assertEquals(23_635_000.0 / 9.0, result.lowerBound(), 1e-4);
        assertEquals(0.0, result.gap(), 1e-6);
        assertEquals(TerminationReason.ITERATION_LIMIT, result.terminationReason());
        assertEquals(10, result.totalCuts());
    }

    @Test
    void shouldRaiseTheLowerBoundMonotonically()
    {
        final TrainingResult result = Trainings.alone(SmallStudies.cascade(3, 30));

        double before = 0.0;
        for (final IterationRecord row : result.iterations())
        {
            assertTrue(row.lowerBound() >= before - 1e-6 * Math.abs(before), row + " after " + before);
            before = row.lowerBound();
        }
        assertTrue(before > result.iterations().get(0).lowerBound());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void shouldGiveTheSameBitsForAnyNumberOfRanks(final int size) throws Exception
    {
        final Study study = SmallStudies.cascade(4, 12);
        final TrainingResult alone = Trainings.alone(study);

        for (final TrainingResult result : Trainings.together(study, size, context -> context))
        {
            assertEquals(alone.policyDigest(), result.policyDigest());
            assertEquals(alone.boundsDigest(), result.boundsDigest());
        }
    }

    @Test
    void shouldGiveTheSameBitsUnderAnyOwnershipAndOrderOfUnits() throws Exception
    {
        final Study study = SmallStudies.cascade(4, 12);
        final TrainingResult alone = Trainings.alone(study);
        for (long seed = 0; seed < 4; seed++)
        {
            final Random random = new Random(seed);
            final int size = 1 + random.nextInt(3);
            final int[] owners = random.ints(4, 0, size).toArray();
            final Ownership ownership = Ownership.of(owners, size);
            final long orderSeed = random.nextLong();

            final List<TrainingResult> results = Trainings.together(
                study,
                size,
                context -> context.ownership(ownership).unitOrder(new ShuffledUnits(orderSeed)));

            for (final TrainingResult result : results)
            {
                assertEquals(alone.policyDigest(), result.policyDigest(), "seed " + seed);
                assertEquals(alone.boundsDigest(), result.boundsDigest(), "seed " + seed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void shouldGiveTheSameBitsAfterAFailedSolve(final int size) throws Exception
    {
        final Study study = SmallStudies.cascade(4, 6);
        final LadderLog log = new LadderLog();
        final SolveFaults faults = (iteration, stage, trial, opening) ->
            2 == iteration && 3 == stage && 1 == trial && (1 == opening || StageInstance.FORWARD == opening) ? 2 : 0;
        final LpSource solvers = new LpSource(LpSolvers.byId(LpSolvers.DEFAULT_ID), faults, log);
        final TrainingResult alone = Trainings.alone(study, context -> context.solvers(solvers));
        assertEquals(2, log.uses().size());

        for (final TrainingResult result : Trainings.together(study, size, context -> context.solvers(solvers)))
        {
            assertEquals(alone.policyDigest(), result.policyDigest());
            assertEquals(alone.boundsDigest(), result.boundsDigest());
        }
        assertEquals(4, log.uses().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void shouldSayWhereASolveFailedForGood(final int size)
    {
        final SolveFaults faults = (iteration, stage, trial, opening) ->
            2 == iteration && 3 == stage && 3 == trial && 1 == opening ? Integer.MAX_VALUE : 0;
        final LpSource solvers = new LpSource(LpSolvers.byId(LpSolvers.DEFAULT_ID), faults, new LadderLog());

        final SolverException failure = assertThrows(
            SolverException.class,
            () -> Trainings.together(SmallStudies.cascade(4, 6), size, context -> context.solvers(solvers)));

        assertEquals(2, failure.iteration());
        assertEquals(3, failure.stage());
        assertEquals(3, failure.context().get("trial"));
        assertEquals(1, failure.context().get("opening"));
    }

    @Test
    void shouldStopWhenAsked()
    {
        final TrainingResult result = Trainings.alone(
            SmallStudies.cascade(2, 1000), context -> context.stopRequested(() -> true));

        assertEquals(TerminationReason.SHUTDOWN, result.terminationReason());
        assertEquals(1, result.iterations().size());
    }
}
