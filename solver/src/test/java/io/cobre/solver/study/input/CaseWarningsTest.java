package io.cobre.solver.study.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.solver.error.ValidationRecord;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a case may have but probably should not, and what entities that come and go must not have.
 */
class CaseWarningsTest
{
    @TempDir
    private Path folder;
    private CaseFolder study;

    @BeforeEach
    void shouldStartFromACaseWithoutWarnings()
    {
        study = CaseFolder.write(folder.resolve("case"));
        assertEquals(List.of(), CaseLoader.validate(study.path()).warnings());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "penalties.json|_below_cost\": 3001|_below_cost\": 1999|PenaltyConsistency|hydro.storage_violation_below_cost",
        "penalties.json|\"outflow_violation_above_cost\": 105|\"outflow_violation_above_cost\": 1500|"
            + "PenaltyConsistency|bus.deficit_segments",
        "penalties.json|\"outflow_violation_below_cost\": 104|\"outflow_violation_below_cost\": 39|"
            + "PenaltyConsistency|hydro",
        "penalties.json|\"exchange_cost\": 0.02|\"exchange_cost\": 40|PenaltyConsistency|line.exchange_cost",
        "system/hydros.json|\"id\": 1,|\"id\": 1, \"penalties\": {\"spillage_cost\": 41},|PenaltyConsistency|"
            + "hydro.spillage_cost",
        "system/thermals.json|\"cost_per_mwh\": 40|\"cost_per_mwh\": 40, \"entry_stage_id\": 7|CoverageMismatch|"
            + "entry_stage_id",
        "stages.json|\"num_scenarios\": 3|\"num_scenarios\": 3, \"sampling_method\": \"qmc_sobol\"|"
            + "IncompatibleSettings|num_scenarios",
        "stages.json|\"stages\": [|\"season_definitions\": {\"cycle_type\": \"monthly\", \"seasons\": ["
            + "{\"id\": 0, \"label\": \"a\", \"month_start\": 1}, {\"id\": 1, \"label\": \"b\", \"month_start\": 2},"
            + "{\"id\": 2, \"label\": \"c\", \"month_start\": 3}]}, \"stages\": [|CoverageMismatch|"
            + "season_definitions.seasons",
        "system/hydros.json|\"constant_productivity\"|\"linearized_head\"|IncompatibleSettings|generation.model",
        "initial_conditions.json|, {\"hydro_id\": 2, \"value_hm3\": 5}||CoverageMismatch|null"})
    void shouldWarn(final String file, final String from, final String to, final String kind, final String field)
    {
        study.edit(file, from, to == null ? "" : to);
        final ValidationResult result = CaseLoader.validate(study.path());
        assertEquals(List.of(), result.errors());
        assertEquals(1, result.warnings().size(), result.warnings().toString());
        final ValidationRecord warning = result.warnings().get(0);
        assertEquals(kind, warning.kind().id());
        assertEquals(file.equals("system/hydros.json") && "hydro.spillage_cost".equals(field) ? "penalties.json" : file,
            warning.context().get("file"));
        assertEquals(field, String.valueOf(warning.context().get("field")));
        assertTrue(warning.suggestion() != null, warning.message());
    }

    @Test
    void shouldWarnOfABusThatNothingUses()
    {
        study.edit("system/buses.json", "{\"id\": 1,", "{\"id\": 2, \"name\": \"C\"}, {\"id\": 1,");
        study.rows("scenarios/load_seasonal_stats.parquet", List.of("bus_id", "stage_id"),
            List.of("mean_mw", "std_mw"), new double[][]{
                {0, 0, 50, 0}, {0, 1, 52, 0}, {1, 0, 40, 0}, {1, 1, 42, 0}, {2, 0, 0, 0}, {2, 1, 0, 0}});
        final List<ValidationRecord> warnings = CaseLoader.validate(study.path()).warnings();
        assertEquals(1, warnings.size(), warnings.toString());
        assertEquals("bus 2", warnings.get(0).context().get("entity"));
    }

    @Test
    void shouldWarnOfTheWorstPenaltyAmongMany()
    {
        study.rows("constraints/penalty_overrides_hydro.parquet", List.of("hydro_id", "stage_id"),
            List.of("outflow_violation_below_cost", "outflow_violation_above_cost"),
            new double[][]{{1, 0, 39, Double.NaN}, {2, 1, Double.NaN, 12}});
        final List<ValidationRecord> warnings = CaseLoader.validate(study.path()).warnings();
        assertEquals(1, warnings.size(), warnings.toString());
        assertEquals("hydro 2, stage 1", warnings.get(0).context().get("entity"));
        assertTrue(warnings.get(0).message().contains("2 such cases"), warnings.get(0).message());
    }

    @Test
    void shouldWarnOfSeasonsWithStagesOfDifferentLengths()
    {
        study.edit("stages.json", "\"stages\": [",
            "\"season_definitions\": {\"cycle_type\": \"monthly\", \"seasons\": ["
            + "{\"id\": 0, \"label\": \"a\", \"month_start\": 1}]}, \"stages\": [");
        study.edit("stages.json", "\"season_id\": 1", "\"season_id\": 0")
            .edit("stages.json", "2024-03-01", "2024-02-08");
        final List<ValidationRecord> warnings = CaseLoader.validate(study.path()).warnings();
        assertEquals("StageMismatch", warnings.get(0).kind().id(), warnings.toString());
        assertEquals("stage 1", warnings.get(0).context().get("entity"));
    }

    @Test
    void shouldWarnOfCoefficientsWithoutDeviation()
    {
        study.rows("scenarios/inflow_seasonal_stats.parquet", List.of("hydro_id", "stage_id"),
            List.of("mean_m3s", "std_m3s"), new double[][]{{1, 0, 20, 2}, {1, 1, 22, 0}, {2, 0, 5, 1}, {2, 1, 6, 1}});
        study.rows("scenarios/inflow_ar_coefficients.parquet", List.of("hydro_id", "stage_id", "lag"),
            List.of("coefficient", "residual_std_ratio"), new double[]{1, 1, 1, 0.5, 0.9});
        final List<ValidationRecord> warnings = CaseLoader.validate(study.path()).warnings();
        assertEquals(2, warnings.size(), warnings.toString());
        assertEquals("past_inflows", warnings.get(0).context().get("field"));
        assertEquals("row 0", warnings.get(1).context().get("entity"));
    }

    @Test
    void shouldWantPastInflowsWhereLagsAreStates()
    {
        study.rows("scenarios/inflow_ar_coefficients.parquet", List.of("hydro_id", "stage_id", "lag"),
            List.of("coefficient", "residual_std_ratio"), new double[]{1, 1, 1, 0.5, 0.9});
        study.edit("stages.json", "\"season_id\": 1,",
            "\"season_id\": 1, \"state_variables\": {\"inflow_lags\": true},");
        final List<ValidationRecord> errors = CaseLoader.validate(study.path()).errors();
        assertEquals(1, errors.size(), errors.toString());
        assertEquals("past_inflows", errors.get(0).context().get("field"));
    }

    @Test
    void shouldCheckContractsAndPumpingStations()
    {
        study.text("system/energy_contracts.json", """
            {"contracts": [
             {"id": 1, "name": "a", "bus_id": 9, "type": "import", "price_per_mwh": -3,
              "limits": {"min_mw": 5, "max_mw": 4}, "entry_stage_id": 1, "exit_stage_id": 1}]}
            """);
        study.text("system/pumping_stations.json", """
            {"pumping_stations": [
             {"id": 1, "name": "a", "bus_id": 8, "source_hydro_id": 2, "destination_hydro_id": 2,
              "consumption_mw_per_m3s": 1, "flow": {"min_m3s": 2, "max_m3s": 1}}]}
            """);
        study.text("constraints/generic_constraints.json", "{\"constraints\": [{\"id\": 0, \"name\": \"x\","
            + " \"expression\": \"contract_export(1)\", \"sense\": \"<=\", \"slack\": {\"enabled\": false}}]}");
        study.rows("constraints/contract_bounds.parquet", List.of("contract_id", "stage_id"),
            List.of("min_mw", "max_mw"), new double[][]{{1, 0, 7, 6}, {2, 0, 1, 2}});
        final ValidationResult result = CaseLoader.validate(study.path());
        assertEquals(
            List.of(
                "exit_stage_id", "bus_id", "limits.min_mw", "bus_id", "flow.min_m3s", "destination_hydro_id",
                "contract_id", "min_mw", "expression"),
            result.errors().stream().map((error) -> error.context().get("field")).toList(),
            result.errors().toString());
        assertEquals(
            List.of("price_per_mwh", "stage_id"),
            result.warnings().subList(0, 2).stream().map((warning) -> warning.context().get("field")).toList());
    }

    @Test
    void shouldWarnOfConstraintsOnWhatDoesNotExist()
    {
        study.edit("system/thermals.json", "\"cost_per_mwh\": 40", "\"cost_per_mwh\": 40, \"entry_stage_id\": 1");
        study.text("constraints/generic_constraints.json", "{\"constraints\": [{\"id\": 0, \"name\": \"x\","
            + " \"expression\": \"thermal_generation(0)\", \"sense\": \">=\", \"slack\": {\"enabled\": false}}]}");
        study.rows("constraints/generic_constraint_bounds.parquet", List.of("constraint_id", "stage_id"),
            List.of("bound"), new double[][]{{0, 0, 5}, {0, 1, 5}});
        final List<ValidationRecord> warnings = CaseLoader.validate(study.path()).warnings();
        assertEquals(1, warnings.size(), warnings.toString());
        assertEquals(0, warnings.get(0).context().get("value"));
    }

    @Test
    void shouldRefuseFillingInACyclicHorizon()
    {
        study.edit("stages.json", "finite_horizon\", \"annual_discount_rate\": 0.1",
                "cyclic\", \"annual_discount_rate\": 0.1, \"transitions\": ["
                    + "{\"source_id\": 0, \"target_id\": 1, \"probability\": 1},"
                    + "{\"source_id\": 1, \"target_id\": 0, \"probability\": 1}]")
            .edit("system/hydros.json", "\"id\": 1,", "\"id\": 1, \"entry_stage_id\": 1,"
                + " \"filling\": {\"start_stage_id\": 0},");
        assertTrue(CaseLoader.validate(study.path()).errors().stream().anyMatch((error) ->
            "not_implemented".equals(error.context().get("reason")) &&
                "filling".equals(error.context().get("field"))));
    }

    @Test
    void shouldCheckFilling()
    {
        study.edit("system/hydros.json", "\"id\": 1,", "\"id\": 1, \"filling\": {\"start_stage_id\": 0},")
            .edit("system/hydros.json", "\"id\": 2,", "\"id\": 2, \"entry_stage_id\": 1,"
                + " \"filling\": {\"start_stage_id\": 1},")
            .edit("initial_conditions.json", "\"filling_storage\": []",
                "\"filling_storage\": [{\"hydro_id\": 2, \"value_hm3\": 0}]");
        assertEquals(
            List.of("filling", "filling.start_stage_id", "hydro_id"),
            CaseLoader.validate(study.path()).errors().stream()
                .map((error) -> error.context().get("field")).toList());
    }

    @Test
    void shouldWarnOfFillingThatDoesNotSuffice()
    {
        study.edit("system/hydros.json", "\"id\": 1,", "\"id\": 1, \"entry_stage_id\": 1,"
            + " \"filling\": {\"start_stage_id\": 0, \"filling_inflow_m3s\": 1},")
            .edit("initial_conditions.json", "{\"hydro_id\": 1, \"value_hm3\": 50}, ", "")
            .edit("initial_conditions.json", "\"filling_storage\": []",
                "\"filling_storage\": [{\"hydro_id\": 1, \"value_hm3\": 2}]");
        final ValidationResult result = CaseLoader.validate(study.path());
        assertEquals(List.of(), result.errors());
        assertEquals(1, result.warnings().size(), result.warnings().toString());
        assertEquals("filling.filling_inflow_m3s", result.warnings().get(0).context().get("field"));
    }
}
