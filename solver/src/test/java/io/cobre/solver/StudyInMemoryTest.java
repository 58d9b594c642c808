package io.cobre.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationException;
import io.cobre.solver.error.ValidationRecord;
import io.cobre.solver.study.CutSelection;
import io.cobre.solver.study.StoppingRule;
import io.cobre.solver.study.Study;
import io.cobre.solver.study.binary.StudyCodec;
import io.cobre.solver.study.input.CaseLoader;
import io.cobre.solver.study.input.ValidationResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A study that somebody has read or made (SS2.1).
 */
class StudyInMemoryTest
{
    private static final Map<String, String> OVERRIDES = Map.of(
        "training.forward_passes", "3",
        "training.stopping_rules", "[{\"type\": \"iteration_limit\", \"limit\": 3}]",
        "training.cut_selection.enabled", "true",
        "training.cut_selection.method", "lml1",
        "simulation.num_scenarios", "5");

    @TempDir
    private Path folder;

    @Test
    void shouldGiveTheBitsOfItsFolder() throws Exception
    {
        final Path example = Path.of(System.getProperty("cobre.root", ".."), "examples", "two-reservoirs");
        Assumptions.assumeTrue(Files.isDirectory(example), "no folder " + example);
        final TrainingResult asFolder = Cobre.train(
            example, new TrainOptions().outputDirectory(folder).configOverrides(OVERRIDES));
        final Study study = CaseLoader.load(example, Map.of());
        for (final int workers : new int[]{1, 2})
        {
            final TrainingResult result = Cobre.train(
                study, new TrainOptions().numWorkers(workers).configOverrides(OVERRIDES));
            assertEquals(asFolder.policyDigest(), result.policyDigest());
            assertEquals(asFolder.boundsDigest(), result.boundsDigest());
            assertEquals(asFolder.policy().info().fingerprint(), result.policy().info().fingerprint());
        }
        final SimulateOptions options = new SimulateOptions().configOverrides(OVERRIDES);
        final SimulationResult simulated = Cobre.simulate(study, folder.resolve("policy"), options);
        assertEquals(5, simulated.scenarios());
        assertEquals(
            Cobre.simulate(example, asFolder.policy(), options.outputDirectory(folder)).digest(), simulated.digest());
    }

    @Test
    void shouldNeedScenariosOnlyWhereTheyAreSimulated()
    {
        final Study study = SmallStudies.cascade(2, 2);
        final Map<String, String> none = Map.of("simulation.enabled", "false", "simulation.num_scenarios", "0");
        final TrainingResult trained = Cobre.train(study, new TrainOptions().configOverrides(none));
        final SimulateOptions options = new SimulateOptions().configOverrides(none);
        final ValidationException refused = assertThrows(
            ValidationException.class, () -> Cobre.simulate(study, trained.policy(), options));
        assertEquals("simulation.num_scenarios", refused.context().get("field"));
        assertEquals(3, Cobre.simulate(study, trained.policy(), options.scenarios(3)).scenarios());
    }

    @Test
    void shouldWriteNothingUnlessItIsToldWhere() throws Exception
    {
        final Study study = SmallStudies.cascade(2, 2);
        for (final int workers : new int[]{1, 2})
        {
            final TrainingResult trained = Cobre.train(study, new TrainOptions().numWorkers(workers));
            assertNull(trained.outputDirectory());
            assertEquals(List.of(), trained.outputFiles());
            final SimulationResult simulated = Cobre.simulate(
                study, trained.policy(), new SimulateOptions().numWorkers(workers).scenarios(3));
            assertNull(simulated.outputDirectory());
            assertEquals(List.of(), simulated.outputFiles());
        }
        assertTrue(Cobre.train(study, new TrainOptions().outputDirectory(folder)).outputFiles()
            .contains(Path.of("policy")));
        try (Stream<Path> files = Files.list(folder))
        {
            assertEquals(2, files.count());
        }
    }

    @Test
    void shouldTakeOverridesOfItsSettingsOnly()
    {
        final Study study = SmallStudies.cascade(2, 4);
        final Study changed = Cobre.validate(study, OVERRIDES).study();
        assertEquals(3, changed.config().forwardPasses());
        assertEquals(CutSelection.Method.LML1, changed.config().cutSelection().method());
        assertEquals(StudyCodec.fingerprint(changed), changed.fingerprint());
        final Study limited = Cobre.validate(study, Map.of("training.stopping_rules.0.limit", "7")).study();
        assertEquals(List.of(new StoppingRule.IterationLimit(7)), limited.config().stoppingRules());
        assertEquals(study.config().simulationScenarios(), limited.config().simulationScenarios());
        assertSame(study, Cobre.validate(study, Map.of()).study());
        assertEquals(
            "training.scenario_source.seed",
            refused(study, "training.scenario_source.seed", "3").context().get("field"));
        assertTrue(refused(study, "training.tree_sead", "3").suggestion().contains("tree_seed"));
        assertEquals(SolverErrorKind.OUT_OF_RANGE, refused(study, "training.forward_passes", "0").kind());
    }

    @Test
    void shouldFindPartsThatDoNotFit()
    {
        final Study study = SmallStudies.cascade(2, 2);
        final Study broken = new Study(
            study.config(), study.stages(), study.data(), study.buses(), study.lines(), study.thermals(),
            study.hydros().subList(0, 1), study.initialStorage(), "");
        final ValidationResult validation = Cobre.validate(broken, Map.of());
        assertFalse(validation.valid());
        assertEquals(SolverErrorKind.COVERAGE_MISMATCH, validation.errors().get(0).kind());
        final TrainOptions options = new TrainOptions().numWorkers(2);
        assertEquals(
            validation.errors(),
            assertThrows(ValidationException.class, () -> Cobre.train(broken, options)).errors());
    }

    private static ValidationRecord refused(final Study study, final String path, final String value)
    {
        final ValidationResult validation = Cobre.validate(study, Map.of(path, value));
        assertEquals(1, validation.errors().size(), validation.errors().toString());
        return validation.errors().get(0);
    }
}
