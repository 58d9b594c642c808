package io.cobre.solver.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cobre.solver.study.Study;
import io.cobre.solver.study.input.CaseFolder;
import io.cobre.solver.study.input.CaseLoader;

/**
 * Three stages of 100 hours, a load of 120 MW, a thermal of 100 MW at 10 and one of 200 MW at 40, which is 180,000 a
 * stage; a second bus without load behind a line of 50 MW. One m3/s makes 0.36 hm3 a stage; a MW less from the dear
 * thermal saves 4,000 a stage.
 */
class CaseModelTest
{
    private static final double PLAIN = 180_000.0;
    private static final double DEAR = 4_000.0;
    private static final double TOLERANCE = 1e-6;
    private static final String NO_HYDROS = "{\"hydros\": []}";

    @TempDir
    private Path folder;
    private CaseFolder files;

    @BeforeEach
    void shouldStartFromThermals()
    {
        files = CaseFolder.write(folder.resolve("case"));
        files.text("config.json", """
            {"training": {"forward_passes": 1, "stopping_rules": [{"type": "iteration_limit", "limit": 12}]},
             "modeling": {"inflow_non_negativity": {"method": "none"}}}
            """);
        stages("{\"id\": 0, \"name\": \"all\", \"hours\": 100}", "parallel");
        files.text("system/buses.json", "{\"buses\": [{\"id\": 0, \"name\": \"A\"}, {\"id\": 1, \"name\": \"B\"}]}");
        files.text("system/lines.json", """
            {"lines": [{"id": 0, "name": "A-B", "source_bus_id": 0, "target_bus_id": 1, "exchange_cost": 0.5,
              "capacity": {"direct_mw": 50, "reverse_mw": 50}}]}
            """);
        files.text("system/thermals.json", """
            {"thermals": [
             {"id": 0, "name": "cheap", "bus_id": 0, "cost_per_mwh": 10, "generation": {"min_mw": 0, "max_mw": 100}},
             {"id": 1, "name": "dear", "bus_id": 0, "cost_per_mwh": 40, "generation": {"min_mw": 0, "max_mw": 200}}]}
            """);
        files.text("penalties.json", """
            {"bus": {"deficit_segments": [{"depth_mw": null, "cost": 1000}], "excess_cost": 0.01},
             "line": {"exchange_cost": 0.02},
             "hydro": {"spillage_cost": 1e-9, "fpha_turbined_cost": 0.0, "diversion_cost": 0.04,
              "storage_violation_below_cost": 500, "filling_target_violation_cost": 5000,
              "turbined_violation_below_cost": 300, "outflow_violation_below_cost": 400,
              "outflow_violation_above_cost": 500, "generation_violation_below_cost": 600,
              "evaporation_violation_cost": 700, "water_withdrawal_violation_cost": 800},
             "non_controllable_source": {"curtailment_cost": 0.005}}
            """);
        files.text("system/hydros.json", NO_HYDROS);
        files.text("initial_conditions.json", "{\"storage\": [], \"filling_storage\": []}");
        loads(120.0, 0.0);
        inflows();
    }

    private void stages(final String blocks, final String mode)
    {
        final StringBuilder text = new StringBuilder(
            "{\"policy_graph\": {\"type\": \"finite_horizon\", \"annual_discount_rate\": 0}, \"stages\": [");
        for (int stage = 0; stage < 3; stage++)
        {
            text.append(0 == stage ? "" : ",").append(String.format(
                "{\"id\": %d, \"start_date\": \"2030-01-0%d\", \"end_date\": \"2030-01-0%d\", \"num_scenarios\": 1,"
                + " \"block_mode\": \"%s\", \"blocks\": [%s]}", stage, stage + 1, stage + 2, mode, blocks));
        }
        files.text("stages.json", text + "]}");
    }

    private void loads(final double first, final double second)
    {
        final double[][] rows = new double[6][];
        for (int stage = 0; stage < 3; stage++)
        {
            rows[2 * stage] = new double[]{0, stage, first, 0};
            rows[2 * stage + 1] = new double[]{1, stage, second, 0};
        }
        files.rows(
            "scenarios/load_seasonal_stats.parquet", List.of("bus_id", "stage_id"), List.of("mean_mw", "std_mw"), rows);
    }

    /** Inflows of the hydros 1, 2, ..., the same in all stages. */
    private void inflows(final double... flows)
    {
        final double[][] rows = new double[3 * flows.length][];
        for (int row = 0; row < rows.length; row++)
        {
            rows[row] = new double[]{1 + row / 3, row % 3, flows[row / 3], 0};
        }
        files.rows(
            "scenarios/inflow_seasonal_stats.parquet", List.of("hydro_id", "stage_id"),
            List.of("mean_m3s", "std_m3s"), rows);
    }

    private static String hydro(
        final int id, final double minStorage, final double maxStorage, final double productivity, final String more)
    {
        return String.format(
            "{\"id\": %d, \"name\": \"h\", \"bus_id\": 0, %s \"reservoir\": {\"min_storage_hm3\": %s,"
            + " \"max_storage_hm3\": %s}, \"outflow\": {\"min_outflow_m3s\": 0, \"max_outflow_m3s\": null},"
            + " \"generation\": {\"model\": \"constant_productivity\", \"productivity_mw_per_m3s\": %s,"
            + " \"min_turbined_m3s\": 0, \"max_turbined_m3s\": 100, \"min_generation_mw\": 0,"
            + " \"max_generation_mw\": 1000}}", id, more, minStorage, maxStorage, productivity);
    }

    private void hydros(final String... plants)
    {
        files.text("system/hydros.json", "{\"hydros\": [" + String.join(",", plants) + "]}");
    }

    private void storage(final String storage, final String filling)
    {
        files.text(
            "initial_conditions.json", "{\"storage\": [" + storage + "], \"filling_storage\": [" + filling + "]}");
    }

    private static String holds(final int id, final double value)
    {
        return "{\"hydro_id\": " + id + ", \"value_hm3\": " + value + "}";
    }

    private Study load()
    {
        return CaseLoader.load(files.path(), Map.of());
    }

    private double cost()
    {
        return Trainings.alone(load()).lowerBound();
    }

    @Test
    void shouldRunThermals()
    {
        assertEquals(3 * PLAIN, cost(), TOLERANCE);
    }

    /** A limit of 10 MW in a half of the second stage, where 110 MW come from the dear thermal. */
    @Test
    void shouldLimitAThermalInABlock()
    {
        stages("{\"id\": 0, \"name\": \"a\", \"hours\": 50}, {\"id\": 1, \"name\": \"b\", \"hours\": 50}", "parallel");
        files.rows("constraints/thermal_bounds.parquet", List.of("thermal_id", "stage_id", "block_id"),
            List.of("max_generation_mw"), new double[]{0, 1, 1, 10});
        assertEquals(3 * PLAIN + 90 * (40 - 10) * 50, cost(), TOLERANCE);
    }

    @Test
    void shouldUseAThermalOnlyWhileItExists()
    {
        files.edit("system/thermals.json", "\"id\": 0,", "\"id\": 0, \"entry_stage_id\": 1, \"exit_stage_id\": 2,");
        assertEquals(PLAIN + 2 * 120 * DEAR, cost(), TOLERANCE);
    }

    @ParameterizedTest
    @CsvSource({"0, 20", "20, 25", "50, 40"})
    void shouldLosePowerOnALine(final double percent, final double sent)
    {
        loads(120.0, 20.0);
        files.edit("system/lines.json", "\"id\": 0,", "\"id\": 0, \"losses_percent\": " + percent + ",");
        assertEquals(3 * (PLAIN + sent * (DEAR + 0.5 * 100)), cost(), TOLERANCE);
    }

    @Test
    void shouldLosePowerOnTheWayBack()
    {
        loads(0.0, 20.0);
        files.edit("system/lines.json", "\"source_bus_id\": 0, \"target_bus_id\": 1",
            "\"source_bus_id\": 1, \"target_bus_id\": 0, \"losses_percent\": 20");
        assertEquals(3 * 25 * (10 + 0.5) * 100, cost(), TOLERANCE);
    }

    @Test
    void shouldUseALineOnlyWhileItExists()
    {
        loads(120.0, 20.0);
        files.edit("system/lines.json", "\"id\": 0,", "\"id\": 0, \"exit_stage_id\": 1,");
        assertEquals(3 * PLAIN + 20 * (DEAR + 0.5 * 100) + 2 * 20 * 1000 * 100, cost(), TOLERANCE);
    }

    private void contract(final String type, final double price, final double max, final String more)
    {
        files.text("system/energy_contracts.json", String.format(
            "{\"contracts\": [{\"id\": 3, \"name\": \"c\", \"bus_id\": 0, \"type\": \"%s\", \"price_per_mwh\": %s,"
            + " %s \"limits\": {\"min_mw\": 0, \"max_mw\": %s}}]}", type, price, more, max));
    }

    @Test
    void shouldImportWhileThatIsCheaper()
    {
        contract("import", 20.0, 15.0, "\"entry_stage_id\": 1,");
        files.rows("constraints/contract_bounds.parquet", List.of("contract_id", "stage_id"),
            List.of("max_mw", "price_per_mwh"), new double[]{3, 2, 5, 30});
        assertEquals(3 * PLAIN - 15 * (40 - 20) * 100 - 5 * (40 - 30) * 100, cost(), TOLERANCE);
    }

    @Test
    void shouldExportWhatPays()
    {
        contract("export", -45.0, 10.0, "");
        assertEquals(3 * (PLAIN - 10 * (45 - 40) * 100), cost(), TOLERANCE);
    }

    /** Everything after a stage earns money, so that its cost is below zero. */
    @Test
    void shouldKnowFutureRevenues()
    {
        loads(20.0, 0.0);
        contract("export", -30.0, 80.0, "");
        final TrainingResult result = Trainings.alone(load());
        final double stage = (100 * 10 - 80 * 30) * 100;
        assertEquals(3 * stage, result.lowerBound(), TOLERANCE);
        assertEquals(2 * stage, result.policy().evaluate(0, new double[0]), TOLERANCE);
        assertEquals(0.0, result.policy().evaluate(2, new double[0]));
    }

    /** Wind of 30 MW that serves 20 MW of load is rewarded in every stage; 10 MW are curtailed. */
    @Test
    void shouldKnowFutureRewards()
    {
        loads(20.0, 0.0);
        files.text("system/non_controllable_sources.json", "{\"non_controllable_sources\": [{\"id\": 0,"
            + " \"name\": \"wind\", \"bus_id\": 0, \"max_generation_mw\": 30, \"curtailment_cost\": 0.001}]}");
        assertEquals(-3 * 20 * 0.001 * 100, cost(), TOLERANCE);
    }

    @Test
    void shouldConstrainContracts()
    {
        contract("export", -45.0, 10.0, "");
        files.text("constraints/generic_constraints.json", "{\"constraints\": [{\"id\": 0, \"name\": \"less\","
            + " \"expression\": \"contract_export(3)\", \"sense\": \"<=\", \"slack\": {\"enabled\": false}}]}");
        files.rows("constraints/generic_constraint_bounds.parquet", List.of("constraint_id", "stage_id"),
            List.of("bound"), new double[]{0, 1, 4});
        assertEquals(3 * PLAIN - (10 + 4 + 10) * (45 - 40) * 100, cost(), TOLERANCE);
    }

    /**
     * Water for 10 m3/s lies in the lower reservoir. Lifting it in the first stage takes 2 MW a m3/s, at 10 since the
     * dear thermal is not needed for 20 MW more; in the upper plant it makes 4 MW at 40 later.
     */
    private void pump(final String more)
    {
        loads(60.0, 0.0);
        files.rows("constraints/thermal_bounds.parquet", List.of("thermal_id", "stage_id"),
            List.of("max_generation_mw"), new double[][]{{0, 1, 20}, {0, 2, 60}});
        hydros(hydro(1, 0, 100, 4, ""), hydro(2, 0, 100, 0, ""));
        storage(holds(1, 0) + "," + holds(2, 3.6), "");
        inflows(0, 0);
        files.text("system/pumping_stations.json", "{\"pumping_stations\": [{\"id\": 5, \"name\": \"p\","
            + " \"bus_id\": 0, \"source_hydro_id\": 2, \"destination_hydro_id\": 1,"
            + " \"consumption_mw_per_m3s\": 2, " + more + " \"flow\": {\"min_m3s\": 0, \"max_m3s\": 50}}]}");
    }

    @Test
    void shouldLiftWaterToWhereItIsWorthMore()
    {
        pump("\"exit_stage_id\": 1,");
        assertEquals(
            (60 + 20) * 1000.0 + 20 * 1000 + (40 - 40) * DEAR + 60 * 1000, cost(), TOLERANCE);
    }

    @Test
    void shouldLiftOnlyWhatAStationCan()
    {
        pump("\"exit_stage_id\": 1,");
        files.rows("constraints/pumping_bounds.parquet", List.of("station_id", "stage_id"), List.of("max_m3s"),
            new double[]{5, 0, 3});
        assertEquals((60 + 6) * 1000.0 + 20 * 1000 + (40 - 12) * DEAR + 60 * 1000, cost(), TOLERANCE);
    }

    @ParameterizedTest
    @CsvSource({"pumping_flow(5), 4, 4", "pumping_power(5), 4, 2"})
    void shouldConstrainPumping(final String expression, final double bound, final double flow)
    {
        pump("\"exit_stage_id\": 1,");
        files.text("constraints/generic_constraints.json", "{\"constraints\": [{\"id\": 0, \"name\": \"less\","
            + " \"expression\": \"" + expression
            + "\", \"sense\": \"<=\", \"slack\": {\"enabled\": false}}]}");
        files.rows("constraints/generic_constraint_bounds.parquet", List.of("constraint_id", "stage_id"),
            List.of("bound"), new double[]{0, 0, bound});
        assertEquals(
            (60 + 2 * flow) * 1000 + 20 * 1000 + (40 - 4 * flow) * DEAR + 60 * 1000, cost(), TOLERANCE);
    }

    /** Half of the minimum is there. It is turbined in the last stage, as what it saves is more than the slack. */
    @Test
    void shouldPayForStorageBelowItsMinimum()
    {
        files.edit("penalties.json", "\"storage_violation_below_cost\": 500", "\"storage_violation_below_cost\": 7");
        hydros(hydro(1, 3.6, 10, 1, ""));
        storage(holds(1, 1.8), "");
        inflows(0);
        assertEquals(3 * PLAIN - 5 * DEAR + (1.8 + 1.8 + 3.6) * 7 * 100, cost(), TOLERANCE);
    }

    @ParameterizedTest
    @CsvSource({"0, 3, 24", "1, 3, 20", "1, 2, 16", "3, 4, 6"})
    void shouldLetWaterPassWhereAPlantIsNot(final int entry, final int exit, final double energy)
    {
        hydros(
            hydro(1, 0, 0.72, 2, String.format(
                "\"downstream_id\": 2, \"entry_stage_id\": %d, \"exit_stage_id\": %d,", entry, exit)),
            hydro(2, 0, 0, 1, ""));
        storage(holds(1, 0.72) + "," + holds(2, 0), "");
        inflows(2, 0);
        assertEquals(3 * PLAIN - energy * DEAR, cost(), TOLERANCE);
    }

    /** An absent plant between two others: what the first releases reaches the third. */
    @Test
    void shouldFollowTheRiverPastAbsentPlants()
    {
        hydros(
            hydro(1, 0, 0, 1, "\"downstream_id\": 2,"),
            hydro(2, 0, 0, 1, "\"downstream_id\": 3, \"entry_stage_id\": 2,"),
            hydro(3, 0, 0, 1, ""));
        storage(holds(1, 0) + "," + holds(2, 0) + "," + holds(3, 0), "");
        inflows(3, 1, 0);
        assertEquals(3 * PLAIN - (2 * (3 + 4) + (3 + 4 + 4)) * DEAR, cost(), TOLERANCE);
    }

    private void filling(final double inflow)
    {
        hydros(
            hydro(1, 1.44, 5, 2, "\"downstream_id\": 2, \"entry_stage_id\": 2, \"filling\": {\"start_stage_id\": 0,"
                + " \"filling_inflow_m3s\": " + inflow + "},"),
            hydro(2, 0, 0, 1, ""));
        storage(holds(2, 0), holds(1, 0));
        inflows(2, 0);
    }

    /** All water of two stages stays; in the third stage the plant works. */
    @Test
    void shouldFillAReservoir()
    {
        filling(0.0);
        assertEquals(3 * PLAIN - 2 * 3 * DEAR, cost(), TOLERANCE);
    }

    /** Of 1.44 hm3 only 0.72 can be had in time, and 0.72 stay missing. */
    @Test
    void shouldPayForAReservoirThatIsNotFull()
    {
        filling(0.0);
        inflows(1, 0);
        assertEquals(3 * PLAIN + 0.72 * 5000 * 100 + 0.36 * 500 * 100, cost(), TOLERANCE);
    }

    @Test
    void shouldFillAtLeastAsScheduled()
    {
        filling(1.0);
        files.rows("constraints/hydro_bounds.parquet", List.of("hydro_id", "stage_id"),
            List.of("filling_inflow_m3s"), new double[]{1, 0, 1.5});
        final Study study = load();
        assertArrayEquals(new double[]{1.5 * 0.36, 0}, study.data().get(0).reservoirs().fillingTarget(), 1e-12);
        assertArrayEquals(new double[]{1.44, 0}, study.data().get(1).reservoirs().fillingTarget());
        assertArrayEquals(new double[]{0, 0}, study.data().get(2).reservoirs().fillingTarget());
        assertArrayEquals(new double[]{0, 0}, study.data().get(1).minStorage());
        assertArrayEquals(new double[]{1.44, 0}, study.data().get(2).minStorage());
    }

    private void twoBlocks(final String mode)
    {
        stages("{\"id\": 0, \"name\": \"a\", \"hours\": 50}, {\"id\": 1, \"name\": \"b\", \"hours\": 50}", mode);
        files.text("scenarios/load_factors.json", "{\"load_factors\": [" + String.join(",",
            List.of(factors(0), factors(1), factors(2))) + "]}");
        loads(100.0, 0.0);
        hydros(hydro(1, 0, 0.36, 1, ""));
        storage(holds(1, 0), "");
        inflows(4);
    }

    private static String factors(final int stage)
    {
        return "{\"bus_id\": 0, \"stage_id\": " + stage + ", \"block_factors\": [{\"block_id\": 1, \"factor\": 1.2}]}";
    }

    @Test
    void shouldMoveWaterFreelyBetweenParallelBlocks()
    {
        twoBlocks("parallel");
        assertEquals(3 * 50 * (100 * 10 + 100 * 10 + (20 - 8) * 40), cost(), TOLERANCE);
    }

    /** The reservoir holds 2 m3/s of the first block; the other 2 save only cheap power. */
    @Test
    void shouldStoreOnlyWhatFitsBetweenChronologicalBlocks()
    {
        twoBlocks("chronological");
        assertEquals(3 * 50 * ((100 - 2) * 10 + 100 * 10 + (20 - 6) * 40), cost(), TOLERANCE);
    }

    /** A withdrawal of 1 m3/s takes from both blocks. */
    @Test
    void shouldWithdrawInEveryChronologicalBlock()
    {
        twoBlocks("chronological");
        files.rows("constraints/hydro_bounds.parquet", List.of("hydro_id", "stage_id"),
            List.of("water_withdrawal_m3s"), new double[][]{{1, 0, 1}, {1, 1, 1}, {1, 2, 1}});
        assertEquals(3 * 50 * ((100 - 1) * 10 + 100 * 10 + (20 - 5) * 40), cost(), TOLERANCE);
    }

    /**
     * The head of a block is that of its own mean storage. Each of the 2 m3/s kept from the first block to the second
     * costs 1 MW and lifts both by 5 x 0.09 MW; nothing is worth being kept any longer. The 1 m3/s that is there at the
     * beginning lifts the first block alone.
     */
    @Test
    void shouldGenerateByTheHeadOfEachChronologicalBlock()
    {
        twoBlocks("chronological");
        storage(holds(1, 0.18), "");
        files.text("system/hydro_production_models.json",
            "{\"production_models\": [{\"hydro_id\": 1, \"selection_mode\": \"stage_ranges\", \"stage_ranges\": ["
            + "{\"start_stage_id\": 0, \"end_stage_id\": null, \"model\": \"fpha\","
            + " \"fpha_config\": {\"source\": \"precomputed\"}}]}]}");
        files.rows("system/fpha_hyperplanes.parquet", List.of("hydro_id", "plane_id"),
            List.of("gamma_0", "gamma_v", "gamma_q", "gamma_s"), new double[]{1, 0, 0, 5, 1, 0});
        assertEquals(50 * (3 * ((100 - 2.9) * 10 + 100 * 10 + (20 - 6.9) * 40) - 1.45 * 10), cost(), TOLERANCE);
    }

    /** Everything at once, with noise. */
    private Study rich()
    {
        twoBlocks("chronological");
        for (int stage = 0; stage < 3; stage++)
        {
            files.edit("stages.json", "\"num_scenarios\": 1,", "\"num_scenarios\": 4,");
        }
        files.edit("config.json", "\"forward_passes\": 1", "\"forward_passes\": 3")
            .edit("config.json", "\"limit\": 12", "\"limit\": 6");
        loads(100.0, 30.0);
        contract("export", -35.0, 25.0, "");
        files.edit("system/lines.json", "\"id\": 0,", "\"id\": 0, \"losses_percent\": 5,")
            .edit("system/thermals.json", "\"id\": 0,", "\"id\": 0, \"exit_stage_id\": 2,");
        hydros(
            hydro(1, 1.0, 6.0, 2, "\"downstream_id\": 2,"),
            hydro(2, 0, 1.0, 1, "\"downstream_id\": 3, \"entry_stage_id\": 1,"),
            hydro(3, 1.5, 4.0, 1, "\"entry_stage_id\": 2, \"filling\": {\"start_stage_id\": 0},"));
        storage(holds(1, 0.5) + "," + holds(2, 0.3), holds(3, 0.2));
        files.text("system/pumping_stations.json", "{\"pumping_stations\": [{\"id\": 5, \"name\": \"p\","
            + " \"bus_id\": 1, \"source_hydro_id\": 3, \"destination_hydro_id\": 1,"
            + " \"consumption_mw_per_m3s\": 4, \"flow\": {\"min_m3s\": 0, \"max_m3s\": 5}}]}");
        final double[][] rows = new double[9][];
        for (int row = 0; row < rows.length; row++)
        {
            rows[row] = new double[]{1 + row / 3, row % 3, 3 - row / 3, 0.8};
        }
        files.rows(
            "scenarios/inflow_seasonal_stats.parquet", List.of("hydro_id", "stage_id"),
            List.of("mean_m3s", "std_m3s"), rows);
        return load();
    }

    @Test
    void shouldMakeValidCutsOfEverythingTogether()
    {
        final Study study = rich();
        new CutValidity(study).check(Trainings.alone(study).policy(), 300);
    }

    @Test
    void shouldGiveTheSameBitsOnTwoRanks() throws Exception
    {
        final Study study = rich();
        final TrainingResult alone = Trainings.alone(study);
        for (final TrainingResult rank : Trainings.together(study, 2, context -> context))
        {
            assertEquals(alone.policyDigest(), rank.policyDigest());
            assertEquals(alone.boundsDigest(), rank.boundsDigest());
        }
    }
}
