package io.cobre.solver.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

import io.cobre.solver.study.Risk;

class CvarMixTest
{
    private static double[] weights(final double alpha, final double lambda, final double... objectives)
    {
        final double[] weights = new double[objectives.length];
        CvarMix.of(new Risk(alpha, lambda)).weights(objectives, objectives.length, weights);
        return weights;
    }

    @Test
    void shouldGiveTheTailToTheDearestOpenings()
    {
        assertArrayEquals(new double[]{0.125, 0.625, 0.125, 0.125}, weights(0.25, 0.5, 1.0, 9.0, 3.0, 2.0), 1e-15);
        assertArrayEquals(new double[]{0.0, 0.5, 0.5, 0.0}, weights(0.5, 1.0, 1.0, 9.0, 3.0, 2.0), 1e-15);
    }

    @Test
    void shouldShareTheLastPartOfTheTail()
    {
        assertArrayEquals(new double[]{0.0, 2.0 / 3.0, 1.0 / 3.0}, weights(0.5, 1.0, 1.0, 3.0, 2.0), 1e-15);
    }

    @Test
    void shouldTakeEqualObjectivesInOrder()
    {
        assertArrayEquals(new double[]{0.5, 0.5, 0.0, 0.0}, weights(0.5, 1.0, 4.0, 4.0, 4.0, 4.0), 1e-15);
    }

    @Test
    void shouldBeTheExpectationWithoutATail()
    {
        assertSame(RiskMeasure.EXPECTATION, CvarMix.of(new Risk(0.3, 0.0)));
        assertSame(RiskMeasure.EXPECTATION, CvarMix.of(new Risk(1.0, 0.7)));
    }
}
