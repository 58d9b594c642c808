package io.cobre.solver.study.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.cobre.solver.error.ValidationRecord;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Cases that are wrong in one place of an optional file or section: the place, the value and a remedy are named.
 */
class BadCaseTest
{
    @TempDir
    private Path folder;
    private CaseFolder study;

    @BeforeEach
    void shouldStartFromAValidCase()
    {
        study = CaseFolder.write(folder.resolve("case"));
    }

    private void shouldName(final String file, final String kind, final String field)
    {
        final List<ValidationRecord> errors = CaseLoader.validate(study.path()).errors();
        final ValidationRecord error = errors.stream()
            .filter((record) -> file.equals(record.context().get("file")) && kind.equals(record.kind().id()) &&
                field.equals(String.valueOf(record.context().get("field"))))
            .findFirst()
            .orElseThrow(() -> new AssertionError(errors.toString()));
        assertFalse(null == error.suggestion() || error.suggestion().isBlank(), error.message());
        assertEquals(1, error.kind().exitCode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "stages.json|\"num_scenarios\": 3|\"num_scenarios\": 0|OutOfRange|num_scenarios",
        "stages.json|\"season_id\": 0|\"risk_measure\": {\"cvar\": {\"alpha\": 0, \"lambda\": 0.5}}|OutOfRange|"
            + "risk_measure.cvar.alpha",
        "stages.json|\"season_id\": 0|\"risk_measure\": {\"cvar\": {\"alpha\": 0.5, \"lambda\": 2}}|OutOfRange|"
            + "risk_measure.cvar.lambda",
        "stages.json|\"season_id\": 0|\"risk_measure\": \"worst\"|InvalidEnum|risk_measure",
        "stages.json|\"season_id\": 0|\"block_mode\": \"serial\"|InvalidEnum|block_mode",
        "stages.json|\"season_id\": 0|\"sampling_method\": \"mc\"|InvalidEnum|sampling_method",
        "stages.json|\"annual_discount_rate\": 0.1|\"annual_discount_rate\": -0.1|OutOfRange|"
            + "policy_graph.annual_discount_rate",
        "stages.json|finite_horizon|endless|InvalidEnum|policy_graph.type",
        "stages.json|\"annual_discount_rate\": 0.1|\"annual_discount_rate\": 0.1, \"transitions\": [{\"source_id\": 0,"
            + " \"target_id\": 9, \"probability\": 1}]|MissingReference|policy_graph.transitions[0].target_id",
        "penalties.json|[{\"depth_mw\": 10, \"cost\": 500}, {\"depth_mw\": null, \"cost\": 1000}]|[]|SchemaViolation|"
            + "bus.deficit_segments",
        "system/hydros.json|\"downstream_id\": 2|\"downstream_id\": 9|MissingReference|downstream_id",
        "system/hydros.json|\"max_outflow_m3s\": 80|\"max_outflow_m3s\": -1|OutOfRange|outflow.max_outflow_m3s",
        "system/hydros.json|\"min_turbined_m3s\": 0|\"min_turbined_m3s\": 70|PhysicalConstraint|"
            + "generation.min_turbined_m3s",
        "config.json|\"forward_passes\": 2|\"forward_passes\": 2, \"cut_selection\": {\"enabled\": true}|"
            + "SchemaViolation|training.cut_selection.method",
        "config.json|\"forward_passes\": 2|\"forward_passes\": 2, \"cut_formulation\": \"triple\"|InvalidEnum|"
            + "training.cut_formulation"})
    void shouldNameWhatASectionHasWrong(
        final String file, final String from, final String to, final String kind, final String field)
    {
        study.edit(file, from, to);
        shouldName(file, kind, field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "constraints/generic_constraints.json|{\"constraints\": [{\"id\": 0, \"name\": \"a\", \"sense\": \"<=\","
            + " \"expression\": \"hydro_level(1)\", \"slack\": {\"enabled\": false}}]}|SchemaViolation|expression",
        "constraints/generic_constraints.json|{\"constraints\": [{\"id\": 0, \"name\": \"a\", \"sense\": \"<=\","
            + " \"expression\": \"hydro_storage(9)\", \"slack\": {\"enabled\": false}}]}|MissingReference|expression",
        "constraints/generic_constraints.json|{\"constraints\": [{\"id\": 0, \"name\": \"a\", \"sense\": \"<\","
            + " \"expression\": \"hydro_storage(1)\", \"slack\": {\"enabled\": false}}]}|InvalidEnum|sense",
        "scenarios/load_factors.json|{\"load_factors\": [{\"bus_id\": 0, \"stage_id\": 0, \"block_factors\":"
            + " [{\"block_id\": 5, \"factor\": 1}]}]}|MissingReference|block_factors.block_id",
        "scenarios/load_factors.json|{\"load_factors\": [{\"bus_id\": 8, \"stage_id\": 0, \"block_factors\":"
            + " [{\"block_id\": 0, \"factor\": 1}]}]}|MissingReference|bus_id",
        "system/energy_contracts.json|{\"contracts\": [{\"id\": 0, \"name\": \"c\", \"bus_id\": 0, \"type\":"
            + " \"barter\", \"price_per_mwh\": 1, \"limits\": {\"min_mw\": 0, \"max_mw\": 1}}]}|InvalidEnum|type",
        "system/non_controllable_sources.json|{\"non_controllable_sources\": [{\"id\": 0, \"name\": \"w\","
            + " \"bus_id\": 0, \"max_generation_mw\": -5}]}|OutOfRange|max_generation_mw",
        "system/pumping_stations.json|{\"pumping_stations\": [{\"id\": 0, \"name\": \"p\", \"bus_id\": 0,"
            + " \"source_hydro_id\": 1, \"destination_hydro_id\": 7, \"consumption_mw_per_m3s\": 1, \"flow\":"
            + " {\"min_m3s\": 0, \"max_m3s\": 1}}]}|MissingReference|destination_hydro_id",
        "system/hydro_production_models.json|{\"production_models\": [{\"hydro_id\": 6, \"selection_mode\":"
            + " \"stage_ranges\", \"stage_ranges\": []}]}|MissingReference|hydro_id",
        "scenarios/correlation.json|{\"method\": \"spectral\", \"profiles\": {\"default\": {\"correlation_groups\":"
            + " [{\"name\": \"g\", \"entities\": [{\"type\": \"inflow\", \"id\": 1}, {\"type\": \"inflow\","
            + " \"id\": 2}], \"matrix\": [[1, 0.5], [0.4, 1]]}]}}}|SchemaViolation|"
            + "profiles.default.correlation_groups[0].matrix"})
    void shouldNameWhatAnOptionalFileHasWrong(
        final String file, final String content, final String kind, final String field)
    {
        study.text(file, content);
        shouldName(file, kind, field);
    }
}
