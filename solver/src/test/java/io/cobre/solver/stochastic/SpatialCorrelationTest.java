package io.cobre.solver.stochastic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.cobre.solver.study.Correlation;
import io.cobre.solver.study.CorrelationGroup;
import io.cobre.solver.study.EntityClass;
import io.cobre.solver.study.Stage;

class SpatialCorrelationTest
{
    private static final List<Stage> STAGES = Stages.months("2024-01-01", 2, 1);

    @Test
    void shouldFindTheKnownRootOfTwoEntities()
    {
        final double[][] root = SpectralRoot.of(new double[][]{{1, 0.6}, {0.6, 1}});
        final double plus = Math.sqrt(1.6);
        final double minus = Math.sqrt(0.4);
        assertEquals((plus + minus) / 2, root[0][0], 1e-14);
        assertEquals((plus - minus) / 2, root[0][1], 1e-14);
        assertEquals(root[0][1], root[1][0], 1e-15);
    }

    @Test
    void shouldFindSymmetricRoots()
    {
        final int n = 12;
        final double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                matrix[i][j] = Math.pow(0.8, Math.abs(i - j));
            }
        }
        final double[][] root = SpectralRoot.of(matrix);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                double product = 0.0;
                for (int k = 0; k < n; k++)
                {
                    product += root[i][k] * root[k][j];
                }
                assertEquals(matrix[i][j], product, 1e-12);
                assertEquals(root[i][j], root[j][i], 1e-13);
            }
        }
    }

    @Test
    void shouldClipNegativeEigenvalues()
    {
        final double[][] root = SpectralRoot.of(new double[][]{{1, 1.2}, {1.2, 1}});
        assertEquals(Math.sqrt(2.2) / 2, root[0][0], 1e-14);
        assertEquals(Math.sqrt(2.2) / 2, root[0][1], 1e-14);
    }

    @Test
    void shouldGiveDrawnNoiseItsCorrelation()
    {
        final SpatialCorrelation correlation = correlation(
            Map.of("any", List.of(group(0.7, 0, 2))), Map.of());
        final Pcg64 random = new Pcg64(8);
        double product = 0.0;
        double unrelated = 0.0;
        final int n = 200_000;
        final double[] noise = new double[3];
        for (int k = 0; k < n; k++)
        {
            for (int d = 0; d < 3; d++)
            {
                noise[d] = Ziggurat.next(random);
            }
            correlation.apply(0, noise, new double[3]);
            product += noise[0] * noise[2];
            unrelated += noise[0] * noise[1];
        }
        assertEquals(0.7, product / n, 0.01);
        assertEquals(0.0, unrelated / n, 0.01);
    }

    @Test
    void shouldTakeTheProfileOfTheStage()
    {
        final SpatialCorrelation correlation = correlation(
            Map.of("default", List.of(), "wet", List.of(group(1.0, 0, 1))), Map.of(1, "wet"));
        final double[] noise = {1, 3, 5};
        correlation.apply(0, noise, new double[3]);
        assertArrayEquals(new double[]{1, 3, 5}, noise);
        correlation.apply(1, noise, new double[3]);
        final double common = 4 / Math.sqrt(2);
        assertArrayEquals(new double[]{common, common, 5}, noise, 1e-14);
    }

    @Test
    void shouldSkipAGroupWithAnEntityThatHasNoNoise()
    {
        final SpatialCorrelation correlation = correlation(
            Map.of("default", List.of(
                new CorrelationGroup(EntityClass.LOAD, new int[]{0, 1}, new double[][]{{1, 1}, {1, 1}}))), Map.of());
        final double[] noise = {1, 3, 5};
        correlation.apply(0, noise, new double[3]);
        assertArrayEquals(new double[]{1, 3, 5}, noise);
    }

    private static SpatialCorrelation correlation(
        final Map<String, List<CorrelationGroup>> profiles, final Map<Integer, String> schedule)
    {
        return new SpatialCorrelation(
            new Correlation(profiles, schedule), NoiseLayout.of(3, new double[2][2], List.of()), STAGES);
    }

    private static CorrelationGroup group(final double rho, final int... entities)
    {
        return new CorrelationGroup(EntityClass.INFLOW, entities, new double[][]{{1, rho}, {rho, 1}});
    }
}
