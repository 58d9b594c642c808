package io.cobre.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.solver.error.ValidationRecord;
import io.cobre.solver.lp.CoefficientRanges;
import io.cobre.solver.stochastic.StochasticPlan;
import io.cobre.solver.study.InflowData;
import io.cobre.solver.study.InflowObservation;
import io.cobre.solver.study.ScenarioData;
import io.cobre.solver.study.Study;
import io.cobre.solver.study.input.CaseFolder;
import io.cobre.solver.study.input.CaseLoader;
import io.cobre.solver.study.input.ValidationResult;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyReviewTest
{
    @TempDir
    private Path folder;

    /** Water of 730 hours against power, deficit at 1000 against spillage at 0.01, both in thousands. */
    @Test
    void shouldTellTheSizesOfNumbers()
    {
        final Study study = SmallStudies.singleHydro(1);
        final CoefficientRanges ranges = CoefficientRanges.of(study, StochasticPlan.of(study)).get(0);
        assertEquals(new CoefficientRanges.Range(1.0, 730 * 0.0036), ranges.matrix());
        assertEquals(0.01 * 730 / 1000, ranges.objective().least());
        assertEquals(730.0, ranges.objective().greatest());
        assertEquals(new CoefficientRanges.Range(50.0, 200.0), ranges.bounds());
        assertEquals(40.0, ranges.rhs().least());
        assertEquals(40 * 730 * 0.0036, ranges.rhs().greatest(), 1e-9);
        assertEquals(4.0, ranges.bounds().ratio());
    }

    @Test
    void shouldWarnOfNumbersThatAreTooFarApart()
    {
        final Path path = CaseFolder.write(folder.resolve("case"))
            .edit("penalties.json", "\"spillage_cost\": 0.03", "\"spillage_cost\": 1e-9").path();
        final List<ValidationRecord> warnings = Cobre.validate(path).warnings();
        assertEquals(1, warnings.size(), warnings.toString());
        assertEquals("objective", warnings.get(0).context().get("field"));
    }

    private ValidationResult withHistory(final int years)
    {
        final Study study = CaseLoader.load(CaseFolder.write(folder.resolve("case")).path(), Map.of());
        final List<InflowObservation> history = new ArrayList<>();
        for (int month = 0; month < 12 * years; month++)
        {
            for (int hydro = 0; hydro < 2; hydro++)
            {
                history.add(new InflowObservation(
                    hydro, LocalDate.of(1990, 1, 1).plusMonths(month), 20.0 + month * 7 % 5 + hydro));
            }
        }
        final InflowData inflow = study.scenarios().inflow();
        final ScenarioData scenarios = study.scenarios().with(
            new InflowData(List.of(), List.of(), List.of(), history, inflow.past(), inflow.recent()),
            study.scenarios().correlation());
        return Cobre.validate(study.withScenarios(scenarios), Map.of());
    }

    @Test
    void shouldRefuseAHistoryThatIsTooShortToEstimate()
    {
        final ValidationResult result = withHistory(1);
        assertEquals("CoverageMismatch", result.errors().get(0).kind().id());
        assertNull(result.study());
    }

    @Test
    void shouldWarnOfAShortHistory()
    {
        final ValidationResult result = withHistory(8);
        assertEquals(List.of(), result.errors());
        assertEquals(4, result.warnings().size(), result.warnings().toString());
        assertEquals("hydro 1", result.warnings().get(0).context().get("entity"));
        assertEquals(8, result.warnings().get(0).context().get("value"));
        assertEquals(List.of(), withHistory(30).warnings());
    }

    @Test
    void shouldFindScenariosOfASimulationThatDoNotCoverTheStudy()
    {
        final CaseFolder folder = CaseFolder.write(this.folder.resolve("case"))
            .rows("scenarios/external_load_scenarios.parquet", List.of("stage_id", "scenario_id", "bus_id"),
                List.of("value_mw"), new double[][]{{0, 0, 0, 51}, {1, 0, 0, 52}})
            .edit("config.json", "\"modeling\"", "\"simulation\": {\"scenario_source\": "
                + "{\"seed\": 1, \"load\": {\"scheme\": \"external\"}}}, \"modeling\"");
        final List<ValidationRecord> errors = Cobre.validate(folder.path()).errors();
        assertEquals(1, errors.size(), errors.toString());
        assertEquals("scenarios/external_load_scenarios.parquet", errors.get(0).context().get("file"));
        assertTrue(errors.get(0).suggestion() != null);
    }

    /** A rounding error beside a limit of ordinary size is zero, not a wrong unit. */
    @Test
    void shouldNotWarnOfLimitsThatAreZeroButForRounding()
    {
        final CaseFolder folder = CaseFolder.write(this.folder.resolve("case"))
            .rows("constraints/line_bounds.parquet", List.of("line_id", "stage_id"), List.of("direct_mw"),
                new double[]{0, 0, 1e-16});
        assertEquals(List.of(), Cobre.validate(folder.path()).warnings());
    }

    @Test
    void shouldWarnOfFewerOpeningsThanAskedFor()
    {
        final CaseFolder folder = CaseFolder.write(this.folder.resolve("case"))
            .rows("scenarios/external_inflow_scenarios.parquet", List.of("stage_id", "scenario_id", "hydro_id"),
                List.of("value_m3s"), new double[][]{
                    {0, 0, 1, 21}, {0, 0, 2, 5}, {0, 1, 1, 22}, {0, 1, 2, 6},
                    {1, 0, 1, 23}, {1, 0, 2, 5}, {1, 1, 1, 24}, {1, 1, 2, 6}})
            .edit("config.json", "\"forward_passes\": 2",
                "\"forward_passes\": 2, \"scenario_source\": {\"seed\": 1, \"inflow\": {\"scheme\": \"external\"}}");
        final List<ValidationRecord> warnings = Cobre.validate(folder.path()).warnings();
        assertEquals(1, warnings.size(), warnings.toString());
        assertEquals("stage 0", warnings.get(0).context().get("entity"));
        assertEquals(3, warnings.get(0).context().get("value"));
        assertTrue(warnings.get(0).message().contains("only 2 openings"), warnings.get(0).message());
    }

    @Test
    void shouldRefuseMoreOpeningsThanMemoryCanHold()
    {
        final CaseFolder folder = CaseFolder.write(this.folder.resolve("case"))
            .edit("stages.json", "\"num_scenarios\": 3", "\"num_scenarios\": 400000000");
        final List<ValidationRecord> errors = Cobre.validate(folder.path()).errors();
        assertEquals(1, errors.size(), errors.toString());
        assertEquals("OutOfRange", errors.get(0).kind().id());
        assertEquals("num_scenarios", errors.get(0).context().get("field"));
    }
}
