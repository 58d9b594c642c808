package io.cobre.solver.train;

import org.junit.jupiter.api.Test;

import io.cobre.solver.SmallStudies;
import io.cobre.solver.study.Study;

/**
 * Every cut lies below the expected cost that another solver finds at random states.
 */
class CutValidityTest
{
    private static final int STATES = 1000;

    @Test
    void shouldNeverExceedTheExpectedCost()
    {
        final Study study = SmallStudies.cascade(3, 10);
        new CutValidity(study).check(Trainings.alone(study).policy(), STATES);
    }
}
