package io.cobre.solver.train;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.cobre.solver.SmallStudies;
import io.cobre.solver.study.Study;

/**
 * Every cut lies below the cost that another solver finds at random states: the expected cost, or that of its opening.
 */
class CutValidityTest
{
    private static final int STATES = 1000;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldNeverExceedTheCost(final boolean byOpening)
    {
        final Study cascade = SmallStudies.cascade(3, 10);
        final Study study = byOpening ? SmallStudies.multi(cascade) : cascade;
        new CutValidity(study).check(Trainings.alone(study).policy(), STATES);
    }
}
