package io.cobre.solver.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.cobre.solver.SmallStudies;
import io.cobre.solver.lp.FutureParts;
import io.cobre.solver.policy.CutPool;
import io.cobre.solver.study.CutSelection;
import io.cobre.solver.study.Risk;
import io.cobre.solver.study.Study;

class CutSelectionTest
{
    private static final int ITERATIONS = 24;

    private static Study study(final CutSelection.Method method)
    {
        final int maxActive = CutSelection.Method.NONE == method ? 20 : 0;
        return SmallStudies.with(
            SmallStudies.cascade(4, ITERATIONS), new CutSelection(method, 3, 2, 0, 0.0, 0.0, maxActive));
    }

    @ParameterizedTest
    @EnumSource(CutSelection.Method.class)
    void shouldRemoveTheSameCutsForAnyOwnershipAndOrderOfUnits(final CutSelection.Method method) throws Exception
    {
        final Study study = study(method);
        final TrainingResult alone = Trainings.alone(study);
        final Random random = new Random(5);

        for (int size = 1; size <= 3; size++)
        {
            final int ranks = size;
            final Ownership ownership = Ownership.of(random.ints(4, 0, ranks).toArray(), ranks);
            final long seed = random.nextLong();
            for (final TrainingResult result : Trainings.together(
                study, ranks, context -> context.ownership(ownership).unitOrder(new ShuffledUnits(seed))))
            {
                assertEquals(alone.policyDigest(), result.policyDigest(), method + " on " + ranks);
                assertEquals(alone.boundsDigest(), result.boundsDigest(), method + " on " + ranks);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(CutSelection.Method.class)
    void shouldKeepTheBoundOfTheFullPolicyWithFewerCuts(final CutSelection.Method method)
    {
        final TrainingResult all = Trainings.alone(SmallStudies.cascade(4, ITERATIONS));
        final TrainingResult selected = Trainings.alone(study(method));

        assertNotEquals(all.policyDigest(), selected.policyDigest());
        assertEquals(all.lowerBound(), selected.lowerBound(), 2e-2 * all.lowerBound());
        double before = 0.0;
        for (final IterationRecord row : selected.iterations())
        {
            assertTrue(row.lowerBound() >= before - 1e-9 * before);
            before = row.lowerBound();
        }
        final CutPool first = selected.policy().pool(0);
        assertEquals(first.populated(), first.activeCuts());
        final CutPool second = selected.policy().pool(1);
        assertTrue(second.activeCuts() < second.populated(), method + " keeps all of " + second.populated());
    }

    /** The cuts of a cheap opening lie below those of a dear one, and are needed all the same. */
    @Test
    void shouldCompareCutsOfTheSameOpening()
    {
        final CutPool pool = new CutPool(1, 1, new FutureParts(2, Risk.NEUTRAL, 0L));
        pool.add(1.0, new double[]{0.0}, 0, 1, 0, 0);
        pool.add(10.0, new double[]{0.0}, 0, 1, 0, 1);
        pool.add(0.5, new double[]{0.0}, 0, 2, 0, 0);
        pool.add(9.0, new double[]{0.0}, 0, 2, 0, 1);
        final VisitedStates visited = new VisitedStates(3, 1);
        visited.add(1, new double[]{7.0}, 0);

        new CutSelector(
            new CutSelection(CutSelection.Method.DOMINATION, 3, 0, 0, 0.0, 0.0, 0),
            List.of(new CutPool(0, 1), pool, new CutPool(2, 1)), visited, () -> 0L).select(3);

        assertTrue(pool.active(0) && pool.active(1));
        assertFalse(pool.active(2) || pool.active(3));
    }
}
