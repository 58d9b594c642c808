package io.cobre.solver.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.cobre.solver.study.Study;
import io.cobre.solver.study.input.CaseLoader;

/**
 * Known bounds of the reference cases, where their folder is at hand.
 */
class ReferenceCasesTest
{
    private static Study study(final String name)
    {
        final Path folder = Path.of(System.getProperty("cobre.cases", "")).resolve(name);
        assumeTrue(Files.isDirectory(folder), "the reference cases are not there: " + folder);
        return CaseLoader.load(folder, Map.of());
    }

    private static void assertMonotone(final TrainingResult result)
    {
        double before = Double.NEGATIVE_INFINITY;
        for (final IterationRecord row : result.iterations())
        {
            assertTrue(row.lowerBound() >= before - 1e-9 * Math.abs(before), "iteration " + row.iteration());
            before = row.lowerBound();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "d01-thermal-dispatch, 182500, 1, 1e-6",
        "d02-single-hydro, 23635000, 9, 1e-4",
        "d04-transmission, 5263443883, 657, 1e-4",
        "d14-block-factors, 176900, 1, 1e-4",
        "d27-per-stage-thermal-cost, 10950000, 1, 1e-4",
        "d05-fpha-constant-head, 23635000, 9, 1e-6",
        "d07-fpha-computed, 3519535.457877, 1, 1e-3",
        "d08-evaporation, 94644561875, 36009, 1e-4",
        "d10-inflow-nonnegativity, 28562500, 9, 1e-4",
        "d11-water-withdrawal, 3930320000, 657, 1e-4",
        "d15-non-controllable-source, 437927, 1, 1e-2",
        "d19-multi-hydro-par, 1332571.7968919526, 1, 1.0",
        "d20-operational-violations, 1761700000, 9, 1e-2",
        "d23-bidirectional-withdrawal, 79156000, 9, 1e-2",
        "d24-productivity-override, 23945000, 9, 1e-4",
        "d26-estimated-par2, 50607484.90581006, 1, 1.0"
    })
    void shouldFindTheOptimum(final String name, final double numerator, final double denominator, final double within)
    {
        final TrainingResult result = Trainings.alone(study(name));

        assertEquals(numerator / denominator, result.lowerBound(), within);
        assertEquals(0.0, result.gap(), 1e-6);
        assertMonotone(result);
    }

    @ParameterizedTest
    @CsvSource({
        "d16-par1-lag-shift, 7756250, 1.0",
        "d28-decomp-weekly-monthly, 780.680337, 1e-3"
    })
    void shouldFindTheLowerBound(final String name, final double bound, final double within)
    {
        final TrainingResult result = Trainings.alone(study(name));

        assertEquals(bound, result.lowerBound(), within);
        assertMonotone(result);
    }

    @Test
    void shouldApproachTheOptimumOfTheToySystemFromBelow()
    {
        final double optimum = 2_605_944.586;
        final TrainingResult result = Trainings.alone(study("1dtoy"));

        assertEquals(128, result.iterations().size());
        assertEquals(1_036_235.144, result.iterations().get(0).lowerBound(), 1e-3 * optimum);
        assertTrue(result.lowerBound() <= optimum + 1e-3);
        assertEquals(optimum, result.lowerBound(), 1e-3 * optimum);
        assertMonotone(result);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void shouldGiveTheSameBitsForTheToySystemOnAnyNumberOfRanks(final int size) throws Exception
    {
        final Study study = study("1dtoy");
        final TrainingResult alone = Trainings.alone(study);
        for (final TrainingResult result : Trainings.together(study, size, context -> context))
        {
            assertEquals(alone.policyDigest(), result.policyDigest());
            assertEquals(alone.boundsDigest(), result.boundsDigest());
        }
    }

    @Test
    @Tag("slow")
    void shouldApproachTheBoundOfFourRegions()
    {
        final TrainingResult result = Trainings.alone(study("4ree"));

        assertEquals(6.0865e10, result.lowerBound(), 1e-3 * 6.0865e10);
        assertMonotone(result);
    }
}
