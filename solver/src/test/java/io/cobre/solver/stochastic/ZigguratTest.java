package io.cobre.solver.stochastic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ZigguratTest
{
    @Test
    void shouldHaveLayersOfEqualArea()
    {
        final double[] edges = ZigguratEdges.edges();
        final double area = edges[0] * density(edges[1]);
        for (int i = 1; i < 255; i++)
        {
            assertEquals(area, edges[i] * (density(edges[i + 1]) - density(edges[i])), 1e-14);
        }
        // the recurrence ends just short of the top of the density
        assertEquals(area, edges[255] * (1.0 - density(edges[255])), 1e-10);
    }

    @Test
    void shouldDrawFreshNoiseOfAGroupFromItsHash()
    {
        final double[] expected = {-1.69152609301678, -1.64592789911044, -0.774375291259054, 0.143081806827758};
        for (int group = 0; group < expected.length; group++)
        {
            assertEquals(expected[group], Ziggurat.next(new Pcg64(SeedHash.group(42, 1, 0, group))), 1e-14);
        }
    }

    @Test
    void shouldHaveTheMomentsAndTheTailsOfANormal()
    {
        final int count = 4_000_000;
        final Pcg64 random = new Pcg64(2024);
        double sum = 0.0;
        double squares = 0.0;
        double fourths = 0.0;
        int beyondBase = 0;
        for (int i = 0; i < count; i++)
        {
            final double x = Ziggurat.next(random);
            sum += x;
            squares += x * x;
            fourths += x * x * x * x;
            beyondBase += Math.abs(x) > 3.654152885361008796 ? 1 : 0;
        }
        assertEquals(0.0, sum / count, 0.003);
        assertEquals(1.0, squares / count, 0.005);
        assertEquals(3.0, fourths / count, 0.03);
        // P(|x| > 3.654152885361009) = 2.5802e-4: the layer that only the tail algorithm fills
        assertEquals(1032, beyondBase, 200);
    }

    private static double density(final double x)
    {
        return StrictMath.exp(-x * x / 2.0);
    }
}
