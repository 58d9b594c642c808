package io.cobre.solver.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.cobre.solver.SmallStudies;
import io.cobre.solver.error.ValidationException;
import io.cobre.solver.study.Risk;
import io.cobre.solver.study.Study;

class InnerBoundTest
{
    private static final Risk AVERSE = new Risk(0.3, 0.6);

    private static double bound(final TrainingResult result)
    {
        return result.policy().info().upperBound();
    }

    @Test
    void shouldMeetTheLowerBoundWhereNothingIsRandom()
    {
        final double optimum = 23_635_000.0 / 9.0;

        final TrainingResult one = Trainings.alone(SmallStudies.innerBound(SmallStudies.singleHydro(1), Risk.NEUTRAL));
        final TrainingResult ten =
            Trainings.alone(SmallStudies.innerBound(SmallStudies.singleHydro(10), Risk.NEUTRAL));

        assertTrue(bound(one) >= optimum * (1.0 - 1e-9));
        assertEquals(optimum, bound(ten), 1e-6 * optimum);
    }

    /** The lower bound after many iterations is below the true cost, so every upper bound must be above it. */
    @Test
    void shouldFallOnTheCostOfANestedRiskMeasure()
    {
        final double below =
            Trainings.alone(SmallStudies.innerBound(SmallStudies.cascade(4, 100), AVERSE)).lowerBound();
        double before = Double.POSITIVE_INFINITY;
        for (final int iterations : new int[]{2, 8, 30, 100})
        {
            final TrainingResult result =
                Trainings.alone(SmallStudies.innerBound(SmallStudies.cascade(4, iterations), AVERSE));
            assertTrue(bound(result) >= below * (1.0 - 1e-9), bound(result) + " below " + below);
            assertTrue(bound(result) <= before * (1.0 + 1e-9), bound(result) + " after " + before);
            before = bound(result);
        }
        assertEquals(below, before, 0.02 * below);
        final TrainingResult neutral =
            Trainings.alone(SmallStudies.innerBound(SmallStudies.cascade(4, 100), Risk.NEUTRAL));
        assertTrue(bound(neutral) < below);
        assertEquals(neutral.lowerBound(), bound(neutral), 0.02 * bound(neutral));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void shouldGiveTheSameBitsForAnyNumberOfRanks(final int size) throws Exception
    {
        final Study study = SmallStudies.innerBound(SmallStudies.cascade(4, 6), AVERSE);
        final TrainingResult alone = Trainings.alone(study);

        for (final TrainingResult result : Trainings.together(study, size, context -> context))
        {
            assertEquals(alone.policyDigest(), result.policyDigest());
            assertEquals(bound(alone), bound(result));
        }
    }

    @Test
    void shouldBeRefusedWithoutAnEnd()
    {
        final Study study = SmallStudies.cyclic(
            SmallStudies.innerBound(SmallStudies.cascade(1, 1), AVERSE), 0, 0.9);

        final ValidationException error = assertThrows(ValidationException.class, () -> Trainings.alone(study));

        assertEquals("not_implemented", error.context().get("reason"));
    }
}
