package io.cobre.solver.study.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.solver.error.ValidationRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseValidationTest
{
    @TempDir
    private Path folder;
    private CaseFolder study;

    @BeforeEach
    void shouldStartFromAValidCase()
    {
        study = CaseFolder.write(folder.resolve("case"));
        assertEquals(List.of(), validate().errors());
        assertEquals(List.of(), validate().warnings());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "config.json|\"forward_passes\": 2|\"forward_passes\": 0|OutOfRange|training.forward_passes",
        "config.json|\"forward_passes\": 2|\"forward_passes\": 2.5|TypeMismatch|training.forward_passes",
        "config.json|\"forward_passes\": 2|\"forward_passes\": \"2\"|TypeMismatch|training.forward_passes",
        "config.json|\"forward_passes\": 2,||SchemaViolation|training.forward_passes",
        "config.json|\"limit\": 5|\"limits\": 5|SchemaViolation|training.stopping_rules[0].limit",
        "config.json|iteration_limit|iteration_limits|InvalidEnum|training.stopping_rules[0].type",
        "config.json|\"none\"|\"nothing\"|InvalidEnum|modeling.inflow_non_negativity.method",
        "config.json|{\"training\"|{\"tranning\": 1, \"training\"|SchemaViolation|tranning",
        "penalties.json|\"spillage_cost\": 0.03|\"spillage_cost\": 0|OutOfRange|hydro.spillage_cost",
        "penalties.json|\"depth_mw\": 10|\"depth_mw\": null|SchemaViolation|bus.deficit_segments",
        "penalties.json|\"cost\": 500|\"cost\": 1500|PenaltyConsistency|bus.deficit_segments",
        "stages.json|\"2024-02-01\", \"num|\"2023-02-01\", \"num|StageMismatch|end_date",
        "stages.json|\"2024-02-01\", \"num|\"2024-02-30\", \"num|TypeMismatch|end_date",
        "stages.json|\"hours\": 300|\"hours\": 0|OutOfRange|hours",
        "stages.json|{\"id\": 1, \"name\": \"B\"|{\"id\": 2, \"name\": \"B\"|StageMismatch|blocks",
        "stages.json|{\"id\": 1, \"start|{\"id\": 0, \"start|DuplicateId|id",
        "stages.json|{\"policy|{\"scenario_source\": {}, \"policy|SchemaViolation|scenario_source",
        "system/hydros.json|\"bus_id\": 0|\"bus_id\": 7|MissingReference|bus_id",
        "system/hydros.json|\"bus_id\": 1,|\"bus_id\": 1, \"downstream_id\": 1,|PhysicalConstraint|downstream_id",
        "system/hydros.json|\"max_storage_hm3\": 100|\"max_storage_hm3\": 1|PhysicalConstraint|"
            + "reservoir.min_storage_hm3",
        "system/hydros.json|\"productivity_mw_per_m3s\": 0.9,||SchemaViolation|generation.productivity_mw_per_m3s",
        "system/hydros.json|\"constant_productivity\", \"productivity_mw_per_m3s\": 0.9|\"fpha\"|CoverageMismatch|"
            + "generation.model",
        "system/thermals.json|\"min_mw\": 1|\"min_mw\": 61|PhysicalConstraint|generation.min_mw",
        "system/thermals.json|{\"id\": 1|{\"id\": 0|DuplicateId|id",
        "system/lines.json|\"target_bus_id\": 1|\"target_bus_id\": 0|PhysicalConstraint|target_bus_id",
        "system/lines.json|\"reverse_mw\": 20|\"reverse_mw\": -20|OutOfRange|capacity.reverse_mw",
        "initial_conditions.json|\"hydro_id\": 2|\"hydro_id\": 3|MissingReference|hydro_id",
        "initial_conditions.json|\"hydro_id\": 2|\"hydro_id\": 1|DuplicateId|hydro_id",
        "system/buses.json|\"name\": \"South\"|\"name\": 5|TypeMismatch|name",
        "system/buses.json|]}|]|ParseError|"})
    void shouldNameWhatIsWrong(
        final String file, final String from, final String to, final String kind, final String field)
    {
        study.edit(file, from, to == null ? "" : to);
        final List<ValidationRecord> errors = validate().errors();
        final ValidationRecord error = errors.stream()
            .filter((record) -> kind.equals(record.kind().id()) &&
                (field == null || field.equals(fieldOf(record))))
            .findFirst()
            .orElseThrow(() -> new AssertionError(errors.toString()));
        assertEquals(file, error.context().get("file"));
        assertEquals(1, error.kind().exitCode());
        assertTrue(error.message().startsWith(file), error.message());
        assertFalse(null == error.suggestion() || error.suggestion().isBlank(), error.message());
    }

    @Test
    void shouldReportAllProblemsAtOnce()
    {
        study.edit("system/hydros.json", "\"bus_id\": 0", "\"bus_id\": 7")
            .edit("system/thermals.json", "\"bus_id\": 1", "\"bus_id\": 8")
            .edit("initial_conditions.json", "\"hydro_id\": 2", "\"hydro_id\": 9")
            .edit("stages.json", "\"2024-03-01\"", "\"2023-03-01\"");
        final List<ValidationRecord> errors = validate().errors();
        assertEquals(4, errors.size(), errors.toString());
        assertEquals("thermal 1", find(errors, "system/thermals.json").context().get("entity"));
        assertEquals(8, find(errors, "system/thermals.json").context().get("value"));
    }

    @Test
    void shouldProposeTheNearestName()
    {
        study.edit("system/thermals.json", "\"cost_per_mwh\": 40", "\"cost_per_mwh\": 40, \"cost_per_mwhs\": 1");
        final ValidationRecord error = validate().errors().get(0);
        assertEquals("cost_per_mwhs", fieldOf(error));
        assertEquals("did you mean 'cost_per_mwh'?", error.suggestion());
    }

    @Test
    void shouldNameWhatIsNotBuilt()
    {
        study.edit("system/thermals.json", "\"cost_per_mwh\": 40",
                "\"cost_per_mwh\": 40, \"gnl_config\": {\"lag_stages\": 2}")
            .edit("stages.json", "\"season_id\": 0", "\"season_id\": 0, \"sampling_method\": \"selective\"");
        final List<ValidationRecord> errors = validate().errors();
        assertEquals(2, errors.size(), errors.toString());
        for (final ValidationRecord error : errors)
        {
            assertEquals("IncompatibleSettings", error.kind().id());
            assertEquals("not_implemented", error.context().get("reason"));
        }
        assertEquals("gnl_config", fieldOf(find(errors, "system/thermals.json")));
        assertEquals(
            "the sampling method selective", find(errors, "stages.json").context().get("feature"));
    }

    @Test
    void shouldReadTheFormulationOfCuts()
    {
        assertFalse(validate().study().config().cutsByOpening());
        study.edit("config.json", "\"training\": {", "\"training\": {\"cut_formulation\": \"multi\", ");
        assertTrue(validate().study().config().cutsByOpening());
        study.edit("config.json", "\"multi\"", "\"many\"");
        assertEquals("InvalidEnum", find(validate().errors(), "config.json").kind().id());
    }

    @Test
    void shouldCheckACyclicGraph()
    {
        final String graph = "\"type\": \"finite_horizon\", \"annual_discount_rate\": 0.1";
        final String back = ", \"transitions\": [{\"source_id\": 1, \"target_id\": 0, \"probability\": 1.0}]";
        study.edit("stages.json", graph, graph + back);
        assertEquals("not_implemented", validate().errors().get(0).context().get("reason"));
        study.edit("stages.json", "finite_horizon", "cyclic");
        assertEquals(List.of(), validate().errors());
        assertEquals(0, validate().study().scenarios().calendar().next());
        study.edit("config.json", "\"modeling\"",
            "\"upper_bound_evaluation\": {\"enabled\": true}, \"modeling\"");
        final ValidationRecord bound = find(validate().errors(), "config.json");
        assertEquals("not_implemented", bound.context().get("reason"));
        assertEquals("upper_bound_evaluation.enabled", fieldOf(bound));
        study.edit("config.json", "\"upper_bound_evaluation\": {\"enabled\": true}, ", "");
        study.edit("config.json", "\"modeling\"",
            "\"policy\": {\"boundary\": {\"path\": \"x\", \"source_stage\": 1}}, \"modeling\"")
            .edit("stages.json", "0.1", "0.0");
        final List<ValidationRecord> errors = validate().errors();
        assertEquals(2, errors.size(), errors.toString());
        assertEquals("policy.boundary", fieldOf(find(errors, "config.json")));
        assertEquals("policy_graph.annual_discount_rate", fieldOf(find(errors, "stages.json")));
        study.edit("stages.json", back, "");
        assertEquals("policy_graph.transitions", fieldOf(find(validate().errors(), "stages.json")));
    }

    @Test
    void shouldWarnOfWhatHasNoEffect()
    {
        study.edit("config.json", "\"modeling\"", "\"policy\": {\"checkpointing\": {\"compress\": true}}, \"modeling\"")
            .text("scenarios/load_factor.json", "{}");
        assertEquals(List.of(), validate().errors());
        final List<ValidationRecord> warnings = validate().warnings();
        assertEquals("policy.checkpointing.compress", fieldOf(find(warnings, "config.json")));
        assertEquals(
            "did you mean 'scenarios/load_factors.json'?", find(warnings, "scenarios/load_factor.json").suggestion());
    }

    @Test
    void shouldFindMissingAndWrongColumns()
    {
        study.rows("scenarios/inflow_seasonal_stats.parquet", List.of("hydro_id", "stage_id", "mean_m3s"),
            List.of("std_m3"), new double[]{1, 0, 20, 2});
        final List<ValidationRecord> errors = validate().errors();
        assertEquals(2, errors.size(), errors.toString());
        assertEquals("mean_m3s", fieldOf(errors.get(0)));
        assertTrue(errors.get(0).message().contains("DOUBLE, not INT32"), errors.get(0).message());
        assertEquals("std_m3s", fieldOf(errors.get(1)));
        assertEquals("did you mean 'std_m3'?", errors.get(1).suggestion());
        study.rows(
            "scenarios/inflow_seasonal_stats.parquet", List.of("hydro_id", "stage_id"), List.of("mean_m3s"),
            new double[]{1, 0, 20});
        assertEquals("add it", validate().errors().get(0).suggestion());
    }

    @Test
    void shouldFindGapsAndRepetitionsInTables()
    {
        study.rows("scenarios/load_seasonal_stats.parquet", List.of("bus_id", "stage_id"),
            List.of("mean_mw", "std_mw"), new double[][]{{0, 0, 1, 0}, {0, 0, 1, 0}, {0, 5, 1, 0}, {3, 0, 1, -1}});
        final List<ValidationRecord> schema = validate().errors();
        assertEquals(List.of("OutOfRange"), kinds(schema));
        study.rows("scenarios/load_seasonal_stats.parquet", List.of("bus_id", "stage_id"),
            List.of("mean_mw", "std_mw"), new double[][]{{0, 0, 1, 0}, {0, 0, 1, 0}, {0, 5, 1, 0}, {3, 0, 1, 1}});
        assertEquals(
            List.of(
                "DuplicateId",
                "StageMismatch",
                "MissingReference",
                "CoverageMismatch",
                "CoverageMismatch",
                "CoverageMismatch"),
            kinds(validate().errors()));
    }

    @Test
    void shouldFindWrongBlocksOfTables()
    {
        study.rows("constraints/thermal_bounds.parquet", List.of("thermal_id", "stage_id", "block_id"),
            List.of("min_generation_mw", "max_generation_mw"),
            new double[][]{{0, 0, 2, 1, 2}, {0, 1, Double.NaN, 30, Double.NaN}, {0, 1, 0, Double.NaN, 29}});
        final List<ValidationRecord> errors = validate().errors();
        assertEquals(List.of("MissingReference", "PhysicalConstraint"), kinds(errors), errors.toString());
        assertEquals("block_id", fieldOf(errors.get(0)));
        assertEquals("row 2", errors.get(1).context().get("entity"));
    }

    @Test
    void shouldReportDamagedTables() throws IOException
    {
        final Path file = study.path().resolve("scenarios/load_seasonal_stats.parquet");
        final byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertEquals(List.of("ParseError"), kinds(validate().errors()));
        Files.write(file, "not a table".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertEquals(List.of("ParseError"), kinds(validate().errors()));
        assertTrue(validate().errors().stream().noneMatch((error) -> error.message().contains("@")));
    }

    @Test
    void shouldNotListEveryRowOfTheSameMistake()
    {
        final double[][] rows = new double[500][];
        Arrays.setAll(rows, (row) -> new double[]{9, row, 1});
        study.rows(
            "constraints/thermal_bounds.parquet", List.of("thermal_id", "stage_id"), List.of("cost_per_mwh"), rows);
        final List<ValidationRecord> errors = validate().errors();
        assertTrue(errors.size() < 50, "" + errors.size());
        assertTrue(errors.stream().anyMatch((error) -> error.message().contains("not listed")));
    }

    @Test
    void shouldPointToTheLineOfBrokenJson()
    {
        study.text("stages.json", "{\n\"stages\": [,\n");
        final ValidationRecord error = validate().errors().get(0);
        assertEquals("ParseError", error.kind().id());
        assertTrue(error.message().contains("line 2"), error.message());
        study.text("stages.json", "{\"stages\": [], \"stages\": []}");
        assertTrue(validate().errors().get(0).message().contains("Duplicate"), validate().errors().toString());
        study.text("stages.json", "{\"stages\": NaN}");
        assertTrue(
            validate().errors().get(0).message().contains("'NaN' is no JSON (line 1"), validate().errors().toString());
    }

    @Test
    void shouldAcceptOverridesOfTextAndObjects()
    {
        final Map<String, String> overrides = Map.of(
            "modeling.inflow_non_negativity.method", "truncation",
            "simulation.num_scenarios", "17",
            "training.stopping_rules", "[{\"type\": \"time_limit\", \"seconds\": 3}]");
        final ValidationResult result = CaseLoader.validate(study.path(), overrides);
        assertEquals(List.of(), result.errors());
        assertEquals(17, result.study().config().simulationScenarios());
        assertTrue(result.study().scenarios().nonNegativity().truncates());
    }

    private ValidationResult validate()
    {
        return CaseLoader.validate(study.path());
    }

    private static String fieldOf(final ValidationRecord record)
    {
        return String.valueOf(record.context().get("field"));
    }

    private static List<String> kinds(final List<ValidationRecord> records)
    {
        return records.stream().map((record) -> record.kind().id()).toList();
    }

    private static ValidationRecord find(final List<ValidationRecord> records, final String file)
    {
        return records.stream()
            .filter((record) -> file.equals(record.context().get("file")))
            .findFirst()
            .orElseThrow(() -> new AssertionError(records.toString()));
    }
}
