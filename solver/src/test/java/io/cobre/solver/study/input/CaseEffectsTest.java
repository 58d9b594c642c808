package io.cobre.solver.study.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.solver.error.ValidationRecord;
import io.cobre.solver.parquet.ColumnType;
import io.cobre.solver.parquet.ParquetTables;
import io.cobre.solver.parquet.TableColumn;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a case says and something else in it overrules, or what no random number can be.
 */
class CaseEffectsTest
{
    private static final List<String> STAGE_KEYS = List.of("hydro_id", "stage_id");
    private static final String EXTERNAL = "scenarios/external_inflow_scenarios.parquet";
    private static final String CORRELATION = "scenarios/correlation.json";
    private static final String PRODUCTION = "system/hydro_production_models.json";

    @TempDir
    private Path folder;
    private CaseFolder study;

    @BeforeEach
    void shouldStartFromACaseWithoutWarnings()
    {
        study = CaseFolder.write(folder.resolve("case"));
        assertEquals(List.of(), CaseLoader.validate(study.path()).warnings());
    }

    private ValidationRecord onlyWarning()
    {
        final ValidationResult result = CaseLoader.validate(study.path());
        assertEquals(List.of(), result.errors());
        assertEquals(1, result.warnings().size(), result.warnings().toString());
        assertTrue(result.warnings().get(0).suggestion() != null);
        return result.warnings().get(0);
    }

    private void warns(final String file, final String field)
    {
        final ValidationRecord warning = onlyWarning();
        assertEquals(file, warning.context().get("file"));
        assertEquals(field, String.valueOf(warning.context().get("field")));
    }

    private void coefficients()
    {
        study.rows("scenarios/inflow_ar_coefficients.parquet", List.of("hydro_id", "stage_id", "lag"),
            List.of("coefficient", "residual_std_ratio"), new double[][]{{1, 0, 1, 0.5, 0.9}, {1, 1, 1, 0.5, 0.9}});
    }

    private void months()
    {
        study.edit("stages.json", "\"stages\": [",
            "\"season_definitions\": {\"cycle_type\": \"monthly\", \"seasons\": ["
            + "{\"id\": 0, \"label\": \"a\", \"month_start\": 1}, {\"id\": 1, \"label\": \"b\", \"month_start\": 2}]},"
            + " \"pre_study_stages\": [{\"id\": -1, \"start_date\": \"2023-12-01\", \"end_date\": \"2024-01-01\"}],"
            + " \"stages\": [");
    }

    private void initial(final String key, final String value)
    {
        study.edit("initial_conditions.json", "\"filling_storage\": []",
            "\"filling_storage\": [], \"" + key + "\": " + value);
    }

    @Test
    void shouldWarnOfAvailabilityThatStatisticsOverrule()
    {
        study.text("system/non_controllable_sources.json", "{\"non_controllable_sources\": ["
            + "{\"id\": 3, \"name\": \"w\", \"bus_id\": 0, \"max_generation_mw\": 10},"
            + "{\"id\": 4, \"name\": \"s\", \"bus_id\": 0, \"max_generation_mw\": 10}]}");
        study.rows("constraints/ncs_bounds.parquet", List.of("ncs_id", "stage_id"),
            List.of("available_generation_mw"), new double[][]{{4, 0, 7}, {3, 1, 6}});
        assertEquals(List.of(), CaseLoader.validate(study.path()).warnings());
        study.rows("scenarios/non_controllable_stats.parquet", List.of("ncs_id", "stage_id"), List.of("mean", "std"),
            new double[][]{{3, 0, 0.5, 0.1}, {3, 1, 0.5, 0.1}});
        warns("constraints/ncs_bounds.parquet", "available_generation_mw");
        assertEquals("row 1", onlyWarning().context().get("entity"));
    }

    @Test
    void shouldWarnOfAHistoryThatNothingUses()
    {
        study.rows("scenarios/inflow_history.parquet", List.of("hydro_id"), List.of("value_m3s"));
        coefficients();
        initial("past_inflows", "[{\"hydro_id\": 1, \"values_m3s\": [20]}]");
        assertEquals(List.of("SchemaViolation"), CaseLoader.validate(study.path()).errors().stream()
            .map((error) -> error.kind().id()).toList());
        history();
        warns("scenarios/inflow_history.parquet", "null");
        study.edit("config.json", "\"forward_passes\": 2",
            "\"forward_passes\": 2, \"scenario_source\": {\"seed\": 1, \"inflow\": {\"scheme\": \"historical\"}}");
        assertEquals(List.of(), CaseLoader.validate(study.path()).warnings());
    }

    private void history()
    {
        final ParquetTables table = new ParquetTables();
        final TableColumn hydro = table.optional("hydro_id", ColumnType.INT32);
        final TableColumn date = table.optional("date", ColumnType.DATE);
        final TableColumn value = table.optional("value_m3s", ColumnType.DOUBLE);
        for (int id = 1; id <= 2; id++)
        {
            hydro.add((long) id);
            date.add(18_000L);
            value.add(20.0);
        }
        table.write(study.path().resolve("scenarios/inflow_history.parquet"));
    }

    private void external(final double value)
    {
        study.rows(EXTERNAL, List.of("stage_id", "scenario_id", "hydro_id"), List.of("value_m3s"),
            new double[][]{{0, 0, 1, 25}, {1, 0, 1, 26}, {0, 0, 2, 5}, {1, 0, 2, value}});
    }

    @Test
    void shouldWarnOfExternalScenariosThatNothingUses()
    {
        external(6);
        warns(EXTERNAL, "null");
        study.edit("config.json", "\"modeling\"", "\"simulation\": {\"scenario_source\": "
            + "{\"seed\": 1, \"inflow\": {\"scheme\": \"external\"}}}, \"modeling\"");
        assertEquals(List.of(), CaseLoader.validate(study.path()).warnings());
    }

    @Test
    void shouldWantExternalScenariosOfWhatHasNoise()
    {
        study.rows("scenarios/load_seasonal_stats.parquet", List.of("bus_id", "stage_id"), List.of("mean_mw", "std_mw"),
            new double[][]{{0, 0, 50, 3}, {0, 1, 52, 3}, {1, 0, 40, 0}, {1, 1, 42, 0}});
        study.rows("scenarios/external_load_scenarios.parquet", List.of("stage_id", "scenario_id", "bus_id"),
            List.of("value_mw"), new double[][]{{0, 0, 1, 41}, {1, 0, 1, 42}});
        assertEquals(List.of(), CaseLoader.validate(study.path()).errors());
        study.edit("config.json", "\"forward_passes\": 2",
            "\"forward_passes\": 2, \"scenario_source\": {\"seed\": 1, \"load\": {\"scheme\": \"external\"}}");
        final List<ValidationRecord> errors = CaseLoader.validate(study.path()).errors();
        assertEquals(
            List.of(0, 1), errors.stream().map((error) -> error.context().get("value")).toList(), errors.toString());
        assertEquals(
            List.of("CoverageMismatch", "IncompatibleSettings"),
            errors.stream().map((error) -> error.kind().id()).toList());
        assertEquals("bus_id", errors.get(0).context().get("field"));
    }

    @Test
    void shouldWarnOfExternalInflowsThatNoDeviationExplains()
    {
        study.rows("scenarios/inflow_seasonal_stats.parquet", STAGE_KEYS, List.of("mean_m3s", "std_m3s"),
            new double[][]{{1, 0, 20, 2}, {1, 1, 22, 2}, {2, 0, 5, 1}, {2, 1, 6, 0}});
        study.edit("config.json", "\"forward_passes\": 2",
            "\"forward_passes\": 2, \"scenario_source\": {\"seed\": 1, \"inflow\": {\"scheme\": \"external\"}}");
        external(6);
        assertEquals(List.of(), CaseLoader.validate(study.path()).warnings());
        external(7);
        warns(EXTERNAL, "value_m3s");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "[[1, 0.5], [0.5, 1]]|inflow|2|null",
        "[[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]]|inflow|3|profiles.p.g.matrix",
        "[[1, 0.5], [0.5, 1]]|load|2|profiles.p.g.entities"})
    void shouldWarnOfCorrelationsThatCannotBe(
        final String matrix, final String type, final int size, final String field)
    {
        study.edit("system/hydros.json", "\"hydros\": [", "\"hydros\": [{\"id\": 0, \"name\": \"c\", \"bus_id\": 0,"
            + " \"reservoir\": {\"min_storage_hm3\": 0, \"max_storage_hm3\": 9}, \"outflow\": {\"min_outflow_m3s\": 0},"
            + " \"generation\": {\"model\": \"constant_productivity\", \"productivity_mw_per_m3s\": 0.5,"
            + " \"min_turbined_m3s\": 0, \"max_turbined_m3s\": 9,"
            + " \"min_generation_mw\": 0, \"max_generation_mw\": 9}},")
            .edit("initial_conditions.json", "\"storage\": [", "\"storage\": [{\"hydro_id\": 0, \"value_hm3\": 1},")
            .rows("scenarios/inflow_seasonal_stats.parquet", STAGE_KEYS, List.of("mean_m3s", "std_m3s"),
                new double[][]{
                    {0, 0, 9, 1}, {0, 1, 9, 1}, {1, 0, 20, 2}, {1, 1, 22, 2}, {2, 0, 5, 1}, {2, 1, 6, 1}})
            .rows("scenarios/load_seasonal_stats.parquet", List.of("bus_id", "stage_id"), List.of("mean_mw", "std_mw"),
                new double[][]{{0, 0, 50, 3}, {0, 1, 52, 3}, {1, 0, 40, 0}, {1, 1, 42, 0}});
        final StringBuilder entities = new StringBuilder();
        for (int id = 0; id < size; id++)
        {
            entities.append(id > 0 ? ", " : "").append("{\"type\": \"" + type + "\", \"id\": " + id + "}");
        }
        study.text(CORRELATION, "{\"method\": \"spectral\", \"profiles\": {\"p\": {\"correlation_groups\": ["
            + "{\"name\": \"g\", \"entities\": [" + entities + "], \"matrix\": " + matrix + "}]}}}");
        if ("null".equals(field))
        {
            assertEquals(List.of(), CaseLoader.validate(study.path()).warnings());
        }
        else
        {
            warns(CORRELATION, field);
        }
    }

    private void openings()
    {
        final ParquetTables table = new ParquetTables();
        final TableColumn stage = table.optional("stage_id", ColumnType.INT32);
        final TableColumn opening = table.optional("opening_index", ColumnType.UINT32);
        final TableColumn entity = table.optional("entity_index", ColumnType.UINT32);
        final TableColumn value = table.optional("value", ColumnType.DOUBLE);
        for (int row = 0; row < 8; row++)
        {
            stage.add((long) (row / 4));
            opening.add((long) (row / 2 % 2));
            entity.add((long) (row % 2));
            value.add(0.1 * row);
        }
        table.write(study.path().resolve("scenarios/noise_openings.parquet"));
    }

    @Test
    void shouldWarnOfOpeningsThatAreCountedDifferently()
    {
        openings();
        warns("stages.json", "num_scenarios");
        assertEquals("stage 0", onlyWarning().context().get("entity"));
    }

    @Test
    void shouldWarnOfOpeningsWithoutTheNoiseOfSources()
    {
        openings();
        study.edit("stages.json", "\"num_scenarios\": 3", "\"num_scenarios\": 2")
            .text("system/non_controllable_sources.json", "{\"non_controllable_sources\": ["
                + "{\"id\": 3, \"name\": \"w\", \"bus_id\": 0, \"max_generation_mw\": 10}]}")
            .rows("scenarios/non_controllable_stats.parquet", List.of("ncs_id", "stage_id"), List.of("mean", "std"),
                new double[][]{{3, 0, 0.5, 0}, {3, 1, 0.5, 0}});
        assertEquals(List.of(), CaseLoader.validate(study.path()).warnings());
        study.rows("scenarios/non_controllable_stats.parquet", List.of("ncs_id", "stage_id"), List.of("mean", "std"),
            new double[][]{{3, 0, 0.5, 0}, {3, 1, 0.5, 0.1}});
        warns("scenarios/non_controllable_stats.parquet", "std");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "\"stage_ranges\", \"stage_ranges\": [{\"start_stage_id\": 0, \"end_stage_id\": 1, \"model\": "
            + "\"constant_productivity\"}, {\"start_stage_id\": 1, \"model\": \"constant_productivity\","
            + " \"productivity_override\": 1}]|stage_ranges[1].start_stage_id",
        "\"seasonal\", \"default_model\": \"constant_productivity\", \"seasons\": [{\"season_id\": 1, \"model\": "
            + "\"constant_productivity\"}, {\"season_id\": 2, \"model\": \"constant_productivity\"}]|"
            + "seasons[1].season_id",
        "\"stage_ranges\", \"stage_ranges\": [{\"start_stage_id\": 0, \"model\": \"constant_productivity\","
            + " \"fpha_config\": {\"source\": \"precomputed\"}}]|stage_ranges[0].fpha_config"})
    void shouldWarnOfProductionModelsThatNeverHold(final String mode, final String field)
    {
        study.text(PRODUCTION, "{\"production_models\": [{\"hydro_id\": 1, \"selection_mode\": " + mode + "}]}");
        warns(PRODUCTION, field);
    }

    @Test
    void shouldWarnOfPlanesThatNothingUses()
    {
        study.rows("system/fpha_hyperplanes.parquet", List.of("hydro_id", "plane_id"),
            List.of("gamma_0", "gamma_v", "gamma_q", "gamma_s"), new double[]{1, 0, 1, 0.01, 0.8, 0});
        warns("system/fpha_hyperplanes.parquet", "hydro_id");
        study.text(PRODUCTION, "{\"production_models\": [{\"hydro_id\": 1, \"selection_mode\": \"stage_ranges\","
            + " \"stage_ranges\": [{\"start_stage_id\": 0, \"end_stage_id\": 0, \"model\": \"fpha\"}]}]}");
        assertEquals(List.of(), CaseLoader.validate(study.path()).warnings());
        study.edit(PRODUCTION, "\"model\": \"fpha\"", "\"model\": \"fpha\", \"productivity_override\": 0.7");
        warns(PRODUCTION, "stage_ranges[0].productivity_override");
    }

    @ParameterizedTest
    @CsvSource({
        "lml1, domination_epsilon", "level1, memory_window", "domination, threshold", "domination, memory_window"})
    void shouldWarnOfSettingsOfAnotherSelection(final String method, final String key)
    {
        study.edit("config.json", "\"forward_passes\": 2", "\"forward_passes\": 2, \"cut_selection\": {\"enabled\":"
            + " true, \"method\": \"" + method + "\", \"check_frequency\": 2}");
        assertEquals(List.of(), CaseLoader.validate(study.path()).warnings());
        study.edit("config.json", "\"check_frequency\": 2", "\"" + key + "\": 2");
        warns("config.json", "training.cut_selection." + key);
    }

    @Test
    void shouldWarnOfWordsThatStandForOthers()
    {
        study.edit("config.json", "\"modeling\"", "\"estimation\": {\"order_selection\": \"fixed\"}, \"modeling\"");
        warns("config.json", "estimation.order_selection");
        study.edit("config.json", "fixed", "pacf");
        study.text(CORRELATION, "{\"method\": \"cholesky\", \"profiles\": {}}");
        warns(CORRELATION, "method");
        study.edit(CORRELATION, "cholesky", "spectral");
        assertEquals(List.of(), CaseLoader.validate(study.path()).warnings());
    }

    @Test
    void shouldWarnOfHoursThatDoNotFitTheDates()
    {
        study.edit("stages.json", "\"hours\": 444", "\"hours\": 400");
        assertEquals(List.of(), CaseLoader.validate(study.path()).warnings());
        study.edit("stages.json", "\"hours\": 400", "\"hours\": 44.4");
        warns("stages.json", "blocks");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {"hydro_storage(1, 0)", "4"})
    void shouldWarnOfExpressionsThatSayLessThanTheySeem(final String expression)
    {
        study.text("constraints/generic_constraints.json", "{\"constraints\": [{\"id\": 0, \"name\": \"x\","
            + " \"expression\": \"" + expression + "\", \"sense\": \"<=\", \"slack\": {\"enabled\": false}}]}");
        study.rows("constraints/generic_constraint_bounds.parquet", List.of("constraint_id", "stage_id"),
            List.of("bound"), new double[]{0, 0, 90});
        warns("constraints/generic_constraints.json", "expression");
    }

    @Test
    void shouldWarnOfASeasonOfAnotherMonth()
    {
        months();
        study.edit("stages.json", "\"month_start\": 2", "\"month_start\": 3");
        warns("stages.json", "season_id");
    }

    @Test
    void shouldWarnOfPastInflowsInTheWrongOrder()
    {
        months();
        coefficients();
        study.edit("stages.json", "\"id\": 0, \"label\": \"a\"",
            "\"id\": 11, \"month_start\": 12}, {\"id\": 0, \"label\": \"a\"")
            .edit("stages.json", "\"2024-01-01\"}]", "\"2024-01-01\", \"season_id\": 11}]");
        initial("past_inflows", "[{\"hydro_id\": 1, \"values_m3s\": [20], \"season_ids\": [11]}]");
        assertEquals(List.of(), CaseLoader.validate(study.path()).warnings());
        study.edit("initial_conditions.json", "[11]", "[1]");
        warns("initial_conditions.json", "season_ids[0]");
    }

    @Test
    void shouldWarnOfObservationsThatNothingRemembers()
    {
        months();
        final String observation = "{\"hydro_id\": 1, \"start_date\": \"2024-01-01\", \"end_date\": \"2024-01-05\","
            + " \"value_m3s\": 30}";
        initial("recent_observations", "[" + observation + "]");
        warns("initial_conditions.json", "recent_observations");
        coefficients();
        initial("past_inflows", "[{\"hydro_id\": 1, \"values_m3s\": [20]}]");
        assertEquals(List.of(), CaseLoader.validate(study.path()).warnings());
        study.edit("initial_conditions.json", "2024-01-01", "2023-12-01")
            .edit("initial_conditions.json", "2024-01-05", "2023-12-05");
        warns("initial_conditions.json", "recent_observations.start_date");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "\"volume_min_hm3\": 20, \"volume_max_hm3\": 90|null",
        "\"volume_min_hm3\": 90, \"volume_max_hm3\": 20|PhysicalConstraint",
        "\"volume_min_hm3\": 20, \"volume_min_percentile\": 0.5|IncompatibleSettings"})
    void shouldCheckTheWindowOfAFit(final String window, final String kind)
    {
        study.edit("system/hydros.json", "\"constant_productivity\", \"productivity_mw_per_m3s\": 0.9", "\"fpha\"")
            .rows("system/hydro_geometry.parquet", List.of("hydro_id"), List.of("volume_hm3", "height_m", "area_km2"),
                new double[][]{{1, 0, 100, 1}, {1, 100, 100, 1}})
            .text(PRODUCTION, "{\"production_models\": [{\"hydro_id\": 1, \"selection_mode\": \"stage_ranges\","
                + " \"stage_ranges\": [{\"start_stage_id\": 0, \"model\": \"fpha\", \"fpha_config\": {\"source\":"
                + " \"computed\", \"fitting_window\": {" + window + "}}}]}]}");
        final ValidationResult result = CaseLoader.validate(study.path());
        final List<String> kinds = result.errors().stream().map((error) -> error.kind().id()).toList();
        assertEquals("null".equals(kind) ? List.of() : List.of(kind), kinds, result.errors().toString());
        assertTrue(result.errors().stream().allMatch((error) -> "fitting_window".equals(error.context().get("field"))));
    }

    @Test
    void shouldWarnOfHyperplanesThatMissTheGeneration()
    {
        study.edit("system/hydros.json", "\"constant_productivity\", \"productivity_mw_per_m3s\": 0.9", "\"fpha\"")
            .text(PRODUCTION, "{\"production_models\": [{\"hydro_id\": 1, \"selection_mode\": \"stage_ranges\","
                + " \"stage_ranges\": [{\"start_stage_id\": 0, \"model\": \"fpha\", \"fpha_config\": {\"source\":"
                + " \"computed\"}}]}]}");
        geometry(100);
        assertEquals(List.of(), hyperplanes());
        geometry(300);
        assertEquals(1, hyperplanes().size());
        assertEquals("hydro 1", hyperplanes().get(0).context().get("entity"));
    }

    private void geometry(final double highest)
    {
        study.rows("system/hydro_geometry.parquet", List.of("hydro_id"), List.of("volume_hm3", "height_m", "area_km2"),
            new double[][]{{1, 0, 100, 1}, {1, 100, highest, 1}});
    }

    private List<ValidationRecord> hyperplanes()
    {
        return CaseLoader.validate(study.path()).warnings().stream()
            .filter((warning) -> warning.message().contains("hyperplanes that miss")).toList();
    }
}
