package io.cobre.solver.study.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.solver.study.AvailabilityStatistics;
import io.cobre.solver.study.GenericRow;
import io.cobre.solver.study.GenericTerm;
import io.cobre.solver.study.GenericVariable;
import io.cobre.solver.study.HeadPlane;
import io.cobre.solver.study.HydroDetail;
import io.cobre.solver.study.InflowCoefficients;
import io.cobre.solver.study.SamplingScheme;
import io.cobre.solver.study.StageData;
import io.cobre.solver.study.Study;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseAssemblyTest
{
    private static final double NONE = Double.NaN;
    private static final List<String> HYDRO_STAGE = List.of("hydro_id", "stage_id");

    @TempDir
    private Path folder;
    private CaseFolder files;

    @BeforeEach
    void shouldStartFromAValidCase()
    {
        files = CaseFolder.write(folder.resolve("case"));
    }

    @Test
    void shouldSortEntitiesAndResolveIds()
    {
        final Study study = load();
        assertEquals(List.of("North", "South"), study.buses().stream().map((bus) -> bus.name()).toList());
        assertEquals(1, study.hydros().get(0).downstream());
        assertEquals(-1, study.hydros().get(1).downstream());
        assertEquals(1, study.hydros().get(1).bus());
        final StageData data = study.data().get(0);
        assertArrayEquals(new double[]{2000}, data.deficitCost()[0]);
        assertArrayEquals(new double[]{500, 1000}, data.deficitCost()[1]);
        assertArrayEquals(new double[]{10, Double.POSITIVE_INFINITY}, data.deficitDepth()[1]);
        assertArrayEquals(new double[]{Double.POSITIVE_INFINITY, 80}, data.maxOutflow());
        assertArrayEquals(new double[]{50, 5}, study.initialStorage());
    }

    @Test
    void shouldTakeTheDiscountRateOfATransition()
    {
        files.edit("stages.json", "0.1}", "0.1, \"transitions\": [{\"source_id\": 0, \"target_id\": 1, "
            + "\"probability\": 1.0, \"annual_discount_rate_override\": 0.2}]}");
        assertEquals(StrictMath.pow(1.2, -31 / 365.25), load().stages().get(0).discountFactor());
        assertEquals(StrictMath.pow(1.1, -29 / 365.25), load().stages().get(1).discountFactor());
    }

    @Test
    void shouldLetLowerLevelsOfPenaltiesWin()
    {
        files.edit("penalties.json", "\"water_withdrawal_violation_cost\": 108",
            "\"water_withdrawal_violation_cost\": 108, \"water_withdrawal_violation_pos_cost\": 9");
        files.edit("system/hydros.json", "\"id\": 2,",
            "\"id\": 2, \"penalties\": {\"spillage_cost\": 11, \"water_withdrawal_violation_cost\": 12},");
        files.rows("constraints/penalty_overrides_hydro.parquet", HYDRO_STAGE,
            List.of("spillage_cost", "evaporation_violation_cost", "evaporation_violation_neg_cost"),
            new double[]{2, 1, 21, 22, 23});
        files.rows("constraints/penalty_overrides_bus.parquet", List.of("bus_id", "stage_id"),
            List.of("excess_cost"), new double[]{1, 0, 31});
        files.rows("constraints/penalty_overrides_line.parquet", List.of("line_id", "stage_id"),
            List.of("exchange_cost"), new double[]{0, 1, 41});
        final Study study = load();
        final HydroDetail first = study.data().get(0).hydro();
        final HydroDetail second = study.data().get(1).hydro();
        assertArrayEquals(new double[]{0.03, 11}, study.data().get(0).spillageCost());
        assertArrayEquals(new double[]{0.03, 21}, study.data().get(1).spillageCost());
        assertArrayEquals(new double[]{9, 12}, first.withdrawalAboveCost());
        assertArrayEquals(new double[]{108, 12}, first.withdrawalBelowCost());
        assertArrayEquals(new double[]{107, 107}, first.evaporationAboveCost());
        assertArrayEquals(new double[]{107, 22}, second.evaporationAboveCost());
        assertArrayEquals(new double[]{107, 23}, second.evaporationBelowCost());
        assertArrayEquals(new double[]{1000, 1000}, second.inflowSlackCost());
        assertArrayEquals(new double[]{0.01, 31}, study.data().get(0).excessCost());
        assertArrayEquals(new double[]{41}, study.data().get(1).lineCost());
    }

    @Test
    void shouldApplyLimitsOfAStage()
    {
        files.rows("constraints/hydro_bounds.parquet", HYDRO_STAGE,
            List.of("max_turbined_m3s", "min_storage_hm3", "water_withdrawal_m3s", "max_outflow_m3s"),
            new double[][]{{1, 1, 33, NONE, 4, 70}, {2, 1, NONE, 3, NONE, NONE}});
        files.rows("constraints/line_bounds.parquet", List.of("line_id", "stage_id"), List.of("reverse_mw"),
            new double[]{0, 1, 7});
        files.text("constraints/exchange_factors.json", "{\"exchange_factors\": [{\"line_id\": 0, \"stage_id\": 1, "
            + "\"block_factors\": [{\"block_id\": 1, \"direct_factor\": 0.5, \"reverse_factor\": 2}]}]}");
        final Study study = load();
        final StageData data = study.data().get(1);
        assertArrayEquals(new double[]{33, 60}, data.maxTurbined());
        assertArrayEquals(new double[]{10, 3}, data.minStorage());
        assertArrayEquals(new double[]{4, 0}, data.hydro().withdrawal());
        assertArrayEquals(new double[]{70, 80}, data.maxOutflow());
        assertArrayEquals(new double[]{30, 15}, data.lineDirect()[0]);
        assertArrayEquals(new double[]{7, 14}, data.lineReverse()[0]);
        assertArrayEquals(new double[]{50, 60}, study.data().get(0).maxTurbined());
    }

    @Test
    void shouldLetLimitsOfABlockWinOverThoseOfTheStage()
    {
        files.rows("constraints/thermal_bounds.parquet", List.of("thermal_id", "stage_id", "block_id"),
            List.of("min_generation_mw", "max_generation_mw", "cost_per_mwh"),
            new double[][]{{0, 1, 1, NONE, 20, 77}, {0, 1, NONE, 3, 50, 66}, {1, 0, 0, NONE, NONE, 55}});
        final Study study = load();
        assertArrayEquals(new double[][]{{3, 3}, {0, 0}}, study.data().get(1).thermalMin());
        assertArrayEquals(new double[][]{{50, 20}, {80, 80}}, study.data().get(1).thermalMax());
        assertArrayEquals(new double[][]{{66, 77}, {90, 90}}, study.data().get(1).thermalCost());
        assertArrayEquals(new double[][]{{40, 40}, {55, 90}}, study.data().get(0).thermalCost());
    }

    @Test
    void shouldReadNonControllableSources()
    {
        files.text("system/non_controllable_sources.json", "{\"non_controllable_sources\": ["
            + "{\"id\": 4, \"name\": \"Wind\", \"bus_id\": 1, \"max_generation_mw\": 50, \"exit_stage_id\": 1},"
            + "{\"id\": 3, \"name\": \"Sun\", \"bus_id\": 0, \"max_generation_mw\": 20, \"curtailment_cost\": 2}]}");
        files.rows("scenarios/non_controllable_stats.parquet", List.of("ncs_id", "stage_id"), List.of("mean", "std"),
            new double[][]{{4, 0, 0.4, 0.1}, {4, 1, 0.5, 0.1}});
        files.rows("constraints/ncs_bounds.parquet", List.of("ncs_id", "stage_id"),
            List.of("available_generation_mw"), new double[]{3, 1, 12});
        files.rows("constraints/penalty_overrides_ncs.parquet", List.of("source_id", "stage_id"),
            List.of("curtailment_cost"), new double[]{3, 1, 3});
        files.text("scenarios/non_controllable_factors.json", "{\"non_controllable_factors\": [{\"ncs_id\": 3, "
            + "\"stage_id\": 0, \"block_factors\": [{\"block_id\": 1, \"factor\": 1.5}]}]}");
        final Study study = load();
        assertEquals("Sun", study.sources().get(0).name());
        assertEquals(List.of(
            new AvailabilityStatistics(1, 0, 0.4, 0.1),
            new AvailabilityStatistics(1, 1, 0.5, 0.1)), study.scenarios().availability());
        assertArrayEquals(new double[]{20, 50}, study.data().get(0).sources().available());
        assertArrayEquals(new double[]{12, 50}, study.data().get(1).sources().available());
        assertArrayEquals(new double[]{1, 1.5}, study.data().get(0).sources().factor()[0]);
        assertArrayEquals(new double[]{2, 0.005}, study.data().get(0).sources().curtailmentCost());
        assertArrayEquals(new double[]{3, 0.005}, study.data().get(1).sources().curtailmentCost());
        assertTrue(study.data().get(0).sources().active()[1]);
        assertFalse(study.data().get(1).sources().active()[1]);
    }

    @Test
    void shouldMakeRowsOfGenericConstraints()
    {
        files.text("constraints/generic_constraints.json", "{\"constraints\": ["
            + "{\"id\": 7, \"name\": \"Both\", \"expression\": \"2*hydro_turbined(2) - thermal_generation(1, 0) + 5\","
            + " \"sense\": \"<=\", \"slack\": {\"enabled\": true, \"penalty\": 300}}]}");
        files.rows("constraints/generic_constraint_bounds.parquet",
            List.of("constraint_id", "stage_id", "block_id"), List.of("bound"),
            new double[][]{{7, 0, NONE, 25}, {7, 1, 1, 35}});
        final Study study = load();
        final List<GenericRow> rows = study.data().get(0).generic();
        assertEquals(2, rows.size());
        assertEquals(
            new GenericRow(7, 1, GenericRow.Sense.AT_MOST, 20, 300, List.of(
                new GenericTerm(2, GenericVariable.HYDRO_TURBINED, 1, 1),
                new GenericTerm(-1, GenericVariable.THERMAL_GENERATION, 1, 0))),
            rows.get(1));
        assertEquals(1, study.data().get(1).generic().size());
        assertEquals(30, study.data().get(1).generic().get(0).bound());
    }

    @Test
    void shouldChooseProductionModelsByStageAndSeason()
    {
        files.text("system/hydro_production_models.json", "{\"production_models\": ["
            + "{\"hydro_id\": 1, \"selection_mode\": \"stage_ranges\", \"stage_ranges\": ["
            + "{\"start_stage_id\": 0, \"end_stage_id\": 0, \"model\": \"constant_productivity\","
            + " \"productivity_override\": 0.7},"
            + "{\"start_stage_id\": 0, \"end_stage_id\": null, \"model\": \"fpha\","
            + " \"fpha_config\": {\"source\": \"precomputed\"}}]},"
            + "{\"hydro_id\": 2, \"selection_mode\": \"seasonal\", \"default_model\": \"constant_productivity\","
            + " \"seasons\": [{\"season_id\": 1, \"model\": \"linearized_head\","
            + " \"productivity_override\": 0.55}]}]}");
        files.rows("system/fpha_hyperplanes.parquet", List.of("hydro_id", "stage_id", "plane_id"),
            List.of("gamma_0", "gamma_v", "gamma_q", "gamma_s", "kappa"),
            new double[][]{{1, NONE, 0, 10, 0.1, 0.8, -0.01, 0.5}, {1, NONE, 1, 12, 0.1, 0.7, 0, NONE}});
        final Study study = load();
        assertArrayEquals(new double[]{0.7, 0.5}, study.data().get(0).productivity());
        assertArrayEquals(new double[]{0.0, 0.55}, study.data().get(1).productivity());
        assertEquals(List.of(List.of(), List.of()), study.data().get(0).hydro().planes());
        assertEquals(
            List.of(new HeadPlane(5, 0.1, 0.8, -0.01), new HeadPlane(12, 0.1, 0.7, 0)),
            study.data().get(1).hydro().planes().get(0));
    }

    @Test
    void shouldLinearizeEvaporationAtTheReferenceVolume()
    {
        files.edit("system/hydros.json", "\"id\": 1,", "\"id\": 1, \"evaporation\": {\"coefficients_mm\": "
            + "[10, 20, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30]},");
        files.rows("system/hydro_geometry.parquet", List.of("hydro_id"),
            List.of("volume_hm3", "height_m", "area_km2"),
            new double[][]{{1, 0, 100, 1}, {1, 50, 110, 2}, {1, 100, 115, 4}});
        final HydroDetail detail = load().data().get(1).hydro();
        final double factor = 20.0 / (3.6 * 696);
        assertEquals(factor * 0.04, detail.evaporationSlope()[0], 1e-15);
        assertEquals(factor * (2.2 - 0.04 * 55), detail.evaporationConstant()[0], 1e-15);
        assertTrue(Double.isNaN(detail.evaporationConstant()[1]));
    }

    @Test
    void shouldReadInflowModels()
    {
        files.rows("scenarios/inflow_ar_coefficients.parquet", List.of("hydro_id", "stage_id", "lag"),
            List.of("coefficient", "residual_std_ratio"),
            new double[][]{{2, 1, 2, 0.2, 0.9}, {2, 1, 1, 0.5, 0.9}, {1, 0, 1, 0.3, 0.8}});
        files.edit("initial_conditions.json", "\"filling_storage\": []", "\"filling_storage\": [], "
            + "\"past_inflows\": [{\"hydro_id\": 2, \"values_m3s\": [7, 8]}, {\"hydro_id\": 1, \"values_m3s\": [9]}]");
        files.edit("config.json", "\"training\": {", "\"training\": {\"scenario_source\": {\"seed\": 5, "
            + "\"inflow\": {\"scheme\": \"out_of_sample\"}},");
        final Study study = load();
        final List<InflowCoefficients> models = study.scenarios().inflow().coefficients();
        assertEquals(2, models.size());
        assertArrayEquals(new double[]{0.5, 0.2}, models.get(1).coefficients());
        assertEquals(0.9, models.get(1).residualStdRatio());
        assertArrayEquals(new double[]{7, 8}, study.scenarios().inflow().past()[1]);
        assertEquals(SamplingScheme.OUT_OF_SAMPLE, study.scenarios().training().inflow());
        assertEquals(study.scenarios().training(), study.scenarios().simulation());
        assertEquals(5, study.scenarios().training().seed());
    }

    @Test
    void shouldFitTheHyperplanesOfTheReference()
    {
        final Study study = CaseLoader.load(ReferenceCases.path("d07-fpha-computed"), Map.of());
        final List<HeadPlane> planes = study.data().get(0).hydro().planes().get(0);
        final double kappa = 0.0246913580;
        final double[][] expected = {
            {0, 0.17508888, 0.4377222},
            {-0.13131666 * kappa, 0.0008754444, 0.83167218},
            {-0.17508888 * kappa, 0.0008754444, 0.8754444}};
        assertEquals(expected.length, planes.size());
        for (int i = 0; i < expected.length; i++)
        {
            assertEquals(expected[i][0], planes.get(i).constant(), 1e-10);
            assertEquals(expected[i][1], planes.get(i).perStorage(), 1e-9);
            assertEquals(expected[i][2], planes.get(i).perTurbined(), 1e-9);
            assertEquals(0.0, planes.get(i).perSpilled(), 1e-15);
        }
    }

    private Study load()
    {
        return CaseLoader.load(files.path(), Map.of());
    }
}
