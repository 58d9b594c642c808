package io.cobre.solver.stochastic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

import io.cobre.solver.study.Correlation;
import io.cobre.solver.study.SamplingMethod;
import io.cobre.solver.study.Stage;

class OpeningGeneratorTest
{
    private static final int NO_SEASON = -1;

    @Test
    void shouldDrawTheKnownOpenings()
    {
        final StoredOpenings tree = tree(2, stage(0, "2024-01-01", 3, NO_SEASON));
        assertArrayEquals(new double[]{0.40098936496495646, 0.22792558815859804}, opening(tree, 0, 0));
        assertArrayEquals(new double[]{-1.3954121776085244, -0.26939366921736746}, opening(tree, 0, 1));
        assertArrayEquals(new double[]{0.8337031709056368, -1.6199918031824887}, opening(tree, 0, 2));
    }

    @Test
    void shouldDrawTheKnownOpeningsOfOneHydro()
    {
        final double[] expected = {
            0.400989364964956, -1.39541217760852, 0.833703170905637, -0.518546154825003, -1.12322921584581,
            -0.396377071447599, 0.0198911741852919, 1.30706005210654, 0.348460724142401, -0.972322794427963};
        final StoredOpenings tree = tree(1, stage(0, "2024-01-01", 10, NO_SEASON));
        for (int o = 0; o < expected.length; o++)
        {
            assertEquals(expected[o], opening(tree, 0, o)[0], 1e-14);
        }
    }

    @Test
    void shouldShareNoiseWithinASeasonOfOneYear()
    {
        final StoredOpenings tree = tree(
            2,
            stage(0, "2024-01-01", 2, 0),
            stage(1, "2024-01-08", 3, 0),
            stage(2, "2025-01-01", 2, 0),
            stage(3, "2025-02-01", 2, NO_SEASON),
            stage(4, "2025-02-08", 2, NO_SEASON));
        assertArrayEquals(opening(tree, 0, 1), opening(tree, 1, 1));
        assertArrayEquals(new double[2], opening(tree, 1, 2));
        assertEquals(Ziggurat.next(new Pcg64(SeedHash.opening(42, 0, 2))), opening(tree, 2, 0)[0]);
        assertEquals(Ziggurat.next(new Pcg64(SeedHash.opening(42, 0, 3))), opening(tree, 3, 0)[0]);
        assertEquals(Ziggurat.next(new Pcg64(SeedHash.opening(42, 0, 4))), opening(tree, 4, 0)[0]);
    }

    @Test
    void shouldNumberNoiseGroupsByFirstAppearance()
    {
        final int[] groups = NoiseGroups.of(List.of(
            stage(0, "2024-01-01", 1, 3),
            stage(1, "2024-01-08", 1, NO_SEASON),
            stage(2, "2024-02-01", 1, 4),
            stage(3, "2024-02-08", 1, 3),
            stage(4, "2025-01-01", 1, 3)));
        assertArrayEquals(new int[]{0, 1, 2, 0, 3}, groups);
    }

    @Test
    void shouldPickTheKnownOpeningsInAForwardPass()
    {
        final StoredOpenings tree = tree(
            1,
            stage(0, "2024-01-01", 10, NO_SEASON),
            stage(1, "2024-02-01", 10, NO_SEASON),
            stage(2, "2024-03-01", 10, NO_SEASON),
            stage(3, "2024-04-01", 10, NO_SEASON));
        final int[][] expected = {{4, 6, 9, 7}, {3, 9, 9, 2}, {8, 7, 9, 3}};
        final InSampleSampler sampler = new InSampleSampler(tree, 42);
        final double[] noise = new double[1];
        for (int iteration = 0; iteration < expected.length; iteration++)
        {
            for (int t = 0; t < 4; t++)
            {
                assertEquals(expected[iteration][t], sampler.pick(iteration, 0, t));
                sampler.sample(iteration, 0, t, noise);
                assertArrayEquals(opening(tree, t, expected[iteration][t]), noise);
            }
        }
    }

    @Test
    void shouldRefuseAnOpeningThatDoesNotExist()
    {
        final StoredOpenings tree = tree(1, stage(0, "2024-01-01", 2, 0), stage(1, "2024-02-01", 2, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> opening(tree, 0, 2));
    }

    private static StoredOpenings tree(final int dimension, final Stage... stages)
    {
        final List<Stage> list = List.of(stages);
        final NoiseLayout layout = NoiseLayout.of(dimension, new double[stages.length][0], List.of());
        final int[] counts = list.stream().mapToInt(Stage::openings).toArray();
        final SamplingMethod[] methods = new SamplingMethod[stages.length];
        Arrays.fill(methods, SamplingMethod.SAA);
        final StoredOpenings tree =
            new StoredOpenings(new UnsafeBuffer(new byte[StoredOpenings.bytes(dimension, counts)]), dimension, counts);
        new OpeningGenerator(
            list, 42, counts, methods, layout, new SpatialCorrelation(Correlation.none(), layout, list), null)
            .generate(tree);
        return tree;
    }

    private static double[] opening(final OpeningTree tree, final int stage, final int opening)
    {
        final double[] noise = new double[tree.dimension()];
        tree.opening(stage, opening, noise);
        return noise;
    }

    private static Stage stage(final int id, final String start, final int openings, final int season)
    {
        final LocalDate date = LocalDate.parse(start);
        return new Stage(id, id, date, date.plusDays(7), new double[]{168.0}, openings, 1.0, season);
    }
}
