package io.cobre.solver.stochastic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.junit.jupiter.api.Test;

import io.cobre.solver.error.ValidationException;

class PointSetTest
{
    @Test
    void shouldInvertTheNormalDistribution()
    {
        assertEquals(0.0, NormalQuantile.of(0.5));
        assertEquals(1.959963984540054, NormalQuantile.of(0.975), 1e-8);
        assertEquals(-1.2815515655446004, NormalQuantile.of(0.1), 1e-8);
        assertEquals(0.2533471031357997, NormalQuantile.of(0.6), 1e-8);
        assertEquals(-4.753424308822899, NormalQuantile.of(1e-6), 1e-5);
        assertEquals(-8.21, NormalQuantile.of(0.0));
        assertEquals(-NormalQuantile.of(0.2), NormalQuantile.of(0.8), 1e-15);
    }

    @Test
    void shouldPutOneLatinNumberIntoEachStratum()
    {
        final double[][] points = new double[20][3];
        LatinHypercube.fill(new Pcg64(42), points, 3);
        for (int d = 0; d < 3; d++)
        {
            final int dimension = d;
            final double[] sorted = Arrays.stream(points).mapToDouble(p -> p[dimension]).sorted().toArray();
            for (int k = 0; k < 20; k++)
            {
                assertTrue(sorted[k] >= NormalQuantile.of(k / 20.0) - 1e-12);
                assertTrue(sorted[k] <= NormalQuantile.of((k + 1) / 20.0) + 1e-12 || k == 19);
            }
        }
        assertTrue(IntStream.range(0, 20).anyMatch(k -> (points[k][0] > 0) != (points[k][1] > 0)));
    }

    @Test
    void shouldDrawLatinNumbersInTheDocumentedOrder()
    {
        final double[][] points = new double[4][2];
        LatinHypercube.fill(new Pcg64(SeedHash.stageBatch(42, 0)), points, 2);
        final Pcg64 random = new Pcg64(SeedHash.stageBatch(42, 0));
        for (int d = 0; d < 2; d++)
        {
            final double[] u = new double[4];
            for (int k = 0; k < 4; k++)
            {
                u[k] = (k + random.nextUnit52()) / 4;
            }
            final int[] place = {0, 1, 2, 3};
            random.shuffle(place, 4);
            for (int k = 0; k < 4; k++)
            {
                assertEquals(NormalQuantile.of(u[k]), points[place[k]][d]);
            }
        }
    }

    @Test
    void shouldGiveTheSobolPointsOfTheTable()
    {
        final int dimension = 120;
        final SobolSequenceGenerator oracle = new SobolSequenceGenerator(dimension);
        final int[][] directions = SobolDirections.of(dimension);
        for (int index = 0; index < 300; index++)
        {
            final double[] expected = oracle.nextVector();
            for (int d = 0; d < dimension; d++)
            {
                final int gray = index ^ index >>> 1;
                final double x = (ScrambledSobol.coordinate(directions[d], gray) & 0xFFFF_FFFFL) * 0x1.0p-32;
                assertEquals(expected[d], x, 1e-9);
            }
        }
    }

    @Test
    void shouldSpreadScrambledSobolPointsEvenly()
    {
        final PointSet set = new ScrambledSobol(new Pcg64(1), SobolDirections.of(8));
        assertEven(set, 8, 64, 64);
    }

    @Test
    void shouldRefuseMoreSobolDimensionsThanTheTableHas()
    {
        final ValidationException ex =
            assertThrows(ValidationException.class, () -> SobolDirections.of(SobolDirections.LARGEST_DIMENSION + 1));
        assertTrue(ex.getMessage().contains("1001"));
    }

    @Test
    void shouldSpreadHaltonPointsEvenly()
    {
        assertEven(new ScrambledHalton(new Pcg64(3), 1, 64), 1, 64, 64);
        final PointSet ternary = new ScrambledHalton(new Pcg64(3), 2, 27);
        final double[] noise = new double[2];
        final boolean[] filled = new boolean[27];
        for (int k = 0; k < 27; k++)
        {
            ternary.point(k, noise);
            for (int cell = 0; cell < 27; cell++)
            {
                filled[cell] |= Math.abs(noise[1] - NormalQuantile.of((cell + 0.5) / 27)) < 1e-9;
            }
        }
        assertTrue(IntStream.range(0, 27).allMatch(cell -> filled[cell]));
    }

    @Test
    void shouldPermuteAnyNumberOfElementsByKey()
    {
        for (final int n : new int[]{1, 2, 5, 16, 17, 1000})
        {
            final boolean[] hit = new boolean[n];
            for (int i = 0; i < n; i++)
            {
                hit[KeyedPermutation.at(99, n, i)] = true;
            }
            assertTrue(IntStream.range(0, n).allMatch(i -> hit[i]), "size " + n);
        }
        assertTrue(IntStream.range(0, 1000).filter(i -> KeyedPermutation.at(1, 1000, i) == i).count() < 20);
        assertTrue(IntStream.range(0, 1000)
            .filter(i -> KeyedPermutation.at(1, 1000, i) == KeyedPermutation.at(2, 1000, i)).count() < 20);
    }

    private static void assertEven(final PointSet set, final int dimension, final int points, final int cells)
    {
        final int[][] count = new int[dimension][cells];
        final double[] noise = new double[dimension];
        for (int k = 0; k < points; k++)
        {
            set.point(k, noise);
            for (int d = 0; d < dimension; d++)
            {
                for (int cell = 0; cell < cells; cell++)
                {
                    final boolean above = cell == 0 || noise[d] >= NormalQuantile.of((double) cell / cells);
                    final boolean below = cell == cells - 1 || noise[d] < NormalQuantile.of((cell + 1.0) / cells);
                    count[d][cell] += above && below ? 1 : 0;
                }
            }
        }
        for (final int[] dimensionCount : count)
        {
            for (final int inCell : dimensionCount)
            {
                assertEquals(points / cells, inCell);
            }
        }
    }
}
