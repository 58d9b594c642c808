package io.cobre.solver.study.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationException;
import io.cobre.solver.study.StageData;
import io.cobre.solver.study.StoppingRule;
import io.cobre.solver.study.Study;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseLoaderTest
{
    @ParameterizedTest
    @CsvSource({
        "1dtoy, ",
        "4ree, ",
        "d01-thermal-dispatch, ",
        "d02-single-hydro, bus.deficit_segments",
        "d04-transmission, bus.deficit_segments",
        "d14-block-factors, ",
        "d27-per-stage-thermal-cost, "})
    void shouldAcceptReferenceCase(final String name, final String fieldWithWarning)
    {
        final ValidationResult result = CaseLoader.validate(ReferenceCases.path(name));
        assertEquals(List.of(), result.errors());
        assertEquals(
            fieldWithWarning == null ? List.of() : List.of(fieldWithWarning),
            result.warnings().stream().map((warning) -> warning.context().get("field")).toList());
        result.warnings().forEach(
            (warning) -> assertEquals(SolverErrorKind.PENALTY_CONSISTENCY, warning.kind()));
        assertTrue(result.valid());
    }

    @Test
    void shouldReadEveryPartOfASmallStudy()
    {
        final Study study = CaseLoader.load(ReferenceCases.path("1dtoy"), Map.of());
        assertEquals(4, study.stageCount());
        assertEquals(10, study.stages().get(3).openings());
        assertEquals(696.0, study.stages().get(1).hours());
        assertEquals(StrictMath.pow(1.12, -31 / 365.25), study.stages().get(0).discountFactor());
        assertEquals(List.of(new StoppingRule.IterationLimit(128)), study.config().stoppingRules());
        assertEquals(42, study.config().treeSeed());
        assertEquals(100, study.config().simulationScenarios());
        assertArrayEquals(new double[]{83.222}, study.initialStorage());
        final StageData data = study.data().get(2);
        assertArrayEquals(new double[]{40}, data.inflowMean());
        assertArrayEquals(new double[]{10}, data.inflowStd());
        assertArrayEquals(new double[]{75}, data.loadMean());
        assertArrayEquals(new double[][]{{5}, {10}}, data.thermalCost());
        assertArrayEquals(new double[]{Double.POSITIVE_INFINITY}, data.deficitDepth()[0]);
        assertArrayEquals(new double[]{1000}, data.deficitCost()[0]);
        assertEquals(500.0, data.outflowBelowCost()[0]);
        assertEquals(100.0, data.excessCost()[0]);
    }

    @Test
    void shouldApplyFactorsAndStageBounds()
    {
        final Study factors = CaseLoader.load(ReferenceCases.path("d14-block-factors"), Map.of());
        assertArrayEquals(new double[]{400, 330}, factors.stages().get(0).blockHours());
        assertEquals(0.8 * 1.2, factors.data().get(1).loadFactor()[0][0] * factors.data().get(1).loadFactor()[0][1],
            1e-12);
        final Study bounds = CaseLoader.load(ReferenceCases.path("d27-per-stage-thermal-cost"), Map.of());
        assertEquals(50.0, bounds.data().get(0).thermalCost()[0][0]);
        assertEquals(120.0, bounds.data().get(1).thermalCost()[0][0]);
        assertArrayEquals(bounds.data().get(0).thermalMax(), bounds.data().get(1).thermalMax());
    }

    @Test
    void shouldApplyOverrides()
    {
        final Study study = CaseLoader.load(
            ReferenceCases.path("1dtoy"),
            Map.of("training.forward_passes", "8", "training.stopping_rules.0.limit", "5", "training.tree_seed", "-7"));
        assertEquals(8, study.config().forwardPasses());
        assertEquals(7, study.config().treeSeed());
        assertEquals(List.of(new StoppingRule.IterationLimit(5)), study.config().stoppingRules());
    }

    @Test
    void shouldRefuseOverridesOfUnknownKeys()
    {
        final Path path = ReferenceCases.path("1dtoy");
        final ValidationException error = assertThrows(
            ValidationException.class, () -> CaseLoader.load(path, Map.of("training.foward_passes", "8")));
        assertEquals(SolverErrorKind.SCHEMA_VIOLATION, error.kind());
        assertEquals("training.foward_passes", error.context().get("field"));
        assertEquals("did you mean 'forward_passes'?", error.suggestion());
    }

    @Test
    void shouldTellAMissingFolderFromAMissingFile(@org.junit.jupiter.api.io.TempDir final Path folder)
    {
        final ValidationException noFolder = assertThrows(
            ValidationException.class, () -> CaseLoader.load(folder.resolve("absent"), Map.of()));
        assertEquals("MissingFile", noFolder.kind().id());
        assertEquals(2, noFolder.kind().exitCode());
        final ValidationException noFiles = assertThrows(
            ValidationException.class, () -> CaseLoader.load(folder, Map.of()));
        assertEquals("MissingFile", noFiles.kind().id());
        assertEquals(1, noFiles.kind().exitCode());
        assertEquals(8, noFiles.errors().size());
    }
}
