package io.cobre.solver.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cobre.solver.parquet.ParquetTable;
import io.cobre.solver.study.Hydro;
import io.cobre.solver.study.Line;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.Study;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Checks that the tables of a scenario fit together.
 */
final class Balances
{
    private static final double M3S_HOUR_TO_HM3 = 0.0036;
    private static final List<String> CATEGORIES = List.of(
        "thermal_cost", "contract_cost", "deficit_cost", "excess_cost", "storage_violation_cost",
        "filling_target_cost", "hydro_violation_cost", "inflow_penalty_cost", "generic_violation_cost",
        "spillage_cost", "fpha_turbined_cost", "curtailment_cost", "exchange_cost", "pumping_cost",
        "diversion_cost");
    private static final List<String> VIOLATIONS = List.of(
        "outflow_violation_below_cost", "outflow_violation_above_cost", "turbined_violation_cost",
        "generation_violation_cost", "evaporation_violation_cost", "withdrawal_violation_cost");

    private final Study study;
    private final Path folder;
    private final int scenario;
    private final Map<String, Keyed> tables = new HashMap<>();

    Balances(final Study study, final Path folder, final int scenario)
    {
        this.study = study;
        this.folder = folder;
        this.scenario = scenario;
    }

    /** A table whose rows are found by stage, entity and block. */
    private static final class Keyed
    {
        private final ParquetTable table;
        private final Map<List<Integer>, Integer> rows = new HashMap<>();

        private Keyed(final ParquetTable table, final String entity)
        {
            this.table = table;
            for (int row = 0; row < table.rows(); row++)
            {
                rows.put(
                    List.of(table.ints("stage_id")[row], table.ints(entity)[row], table.ints("block_id")[row]), row);
            }
            assertEquals(table.rows(), rows.size(), "every row has a key of its own");
        }

        private double at(final String column, final int stage, final int entity, final int block)
        {
            return table.doubles(column)[rows.get(List.of(stage, entity, block))];
        }
    }

    ParquetTable read(final String name)
    {
        return ParquetTable.read(folder.resolve(
            String.format(Locale.ROOT, "%s/scenario_id=%04d/data.parquet", name, scenario)));
    }

    private Keyed keyed(final String name, final String entity)
    {
        return tables.computeIfAbsent(name, (key) -> new Keyed(read(key), entity));
    }

    /** Total discounted cost, after all categories have been summed at every stage. */
    double costs()
    {
        final ParquetTable costs = read("costs");
        assertEquals(study.stageCount(), costs.rows());
        double total = 0.0;
        for (int row = 0; row < costs.rows(); row++)
        {
            final double immediate = costs.doubles("immediate_cost")[row];
            assertEquals(
                immediate, sum(costs, CATEGORIES, row), 1e-6 * Math.max(1.0, Math.abs(immediate)), "stage " + row);
            final double violations = costs.doubles("hydro_violation_cost")[row];
            assertEquals(violations, sum(costs, VIOLATIONS, row), 1e-12 * Math.max(1.0, violations));
            final double all = costs.doubles("total_cost")[row];
            assertEquals(all, immediate + costs.doubles("future_cost")[row], 1e-9 * Math.abs(all));
            total += immediate * costs.doubles("discount_factor")[row];
        }
        final int last = costs.rows() - 1;
        return total + costs.doubles("future_cost")[last] * costs.doubles("discount_factor")[last];
    }

    private static double sum(final ParquetTable table, final List<String> columns, final int row)
    {
        return columns.stream().mapToDouble((column) -> table.doubles(column)[row]).sum();
    }

    /** Costs by entity must add up to the costs by category. */
    void costsByEntity()
    {
        for (final Stage stage : study.stages())
        {
            equal(stage, "thermal_cost", "thermals", "generation_cost");
            equal(stage, "exchange_cost", "exchanges", "exchange_cost");
            equal(stage, "spillage_cost", "hydros", "spillage_cost");
            equal(stage, "contract_cost", "contracts", "total_cost");
            equal(stage, "generic_violation_cost", "violations/generic", "slack_cost");
        }
    }

    private void equal(final Stage stage, final String category, final String name, final String column)
    {
        final double expected = read("costs").doubles(category)[stage.index()];
        double sum = 0.0;
        if (Files.exists(folder.resolve(name)))
        {
            final ParquetTable table = read(name);
            for (int row = 0; row < table.rows(); row++)
            {
                sum += table.ints("stage_id")[row] == stage.id() ? table.doubles(column)[row] : 0.0;
            }
        }
        assertEquals(expected, sum, 1e-6 * Math.max(1.0, Math.abs(expected)), category + " of stage " + stage.id());
    }

    void energy()
    {
        final Keyed buses = keyed("buses", "bus_id");
        for (final Stage stage : study.stages())
        {
            for (int bus = 0; bus < study.buses().size(); bus++)
            {
                for (int block = 0; block < stage.blocks(); block++)
                {
                    final int id = study.buses().get(bus).id();
                    final double load = buses.at("load_mw", stage.id(), id, block);
                    final double served = generated(stage, bus, block) + exchanged(stage, bus, block) +
                        buses.at("deficit_mw", stage.id(), id, block) - buses.at("excess_mw", stage.id(), id, block);
                    assertEquals(load, served, 1e-5 * Math.max(1.0, load), "bus " + id + " in " + stage.id());
                    assertEquals(
                        load * stage.blockHours()[block], buses.at("load_mwh", stage.id(), id, block),
                        1e-9 * Math.max(1.0, load) * stage.blockHours()[block]);
                }
            }
        }
    }

    private double generated(final Stage stage, final int bus, final int block)
    {
        double sum = 0.0;
        for (final Hydro hydro : study.hydros())
        {
            sum += hydro.bus() != bus ? 0.0 :
                keyed("hydros", "hydro_id").at("generation_mw", stage.id(), hydro.id(), block);
        }
        for (final var thermal : study.thermals())
        {
            sum += thermal.bus() != bus ? 0.0 :
                keyed("thermals", "thermal_id").at("generation_mw", stage.id(), thermal.id(), block);
        }
        for (final var source : study.sources())
        {
            sum += source.bus() != bus ? 0.0 : keyed("non_controllables", "non_controllable_id")
                .at("generation_mw", stage.id(), source.id(), block);
        }
        return sum + traded(stage, bus, block);
    }

    private double traded(final Stage stage, final int bus, final int block)
    {
        double sum = 0.0;
        for (final var contract : study.contracts())
        {
            final double power = contract.bus() != bus ? 0.0 :
                keyed("contracts", "contract_id").at("power_mw", stage.id(), contract.id(), block);
            sum += contract.export() ? -power : power;
        }
        for (final var pump : study.pumps())
        {
            sum -= pump.bus() != bus ? 0.0 : keyed("pumping_stations", "pumping_station_id")
                .at("power_consumption_mw", stage.id(), pump.id(), block);
        }
        return sum;
    }

    private double exchanged(final Stage stage, final int bus, final int block)
    {
        double sum = 0.0;
        for (final Line line : study.lines())
        {
            final Keyed lines = keyed("exchanges", "line_id");
            final double net = lines.at("net_flow_mw", stage.id(), line.id(), block);
            final double lost = lines.at("losses_mw", stage.id(), line.id(), block);
            final boolean forth = net >= 0.0;
            sum += line.target() == bus ? net - (forth ? lost : 0.0) : 0.0;
            sum -= line.source() == bus ? net + (forth ? 0.0 : lost) : 0.0;
        }
        return sum;
    }

    void water()
    {
        for (int index = 0; index < study.hydros().size(); index++)
        {
            double storage = study.initialStorage()[index];
            for (final Stage stage : study.stages())
            {
                storage = water(index, stage, storage);
            }
        }
    }

    private double water(final int index, final Stage stage, final double incoming)
    {
        final int id = study.hydros().get(index).id();
        final Keyed hydros = keyed("hydros", "hydro_id");
        double storage = incoming;
        for (int block = 0; block < stage.blocks(); block++)
        {
            final double before = hydros.at("storage_initial_hm3", stage.id(), id, block);
            final double after = hydros.at("storage_final_hm3", stage.id(), id, block);
            if (0 == block || stage.chronological())
            {
                assertEquals(storage, before, 1e-5 * Math.max(1.0, storage), "storage is passed on");
            }
            storage += M3S_HOUR_TO_HM3 * stage.blockHours()[block] * net(hydros, stage, index, block);
            if (stage.blocks() - 1 == block || stage.chronological())
            {
                assertEquals(after, storage, 1e-5 * Math.max(1.0, after), "hydro " + id + " in " + stage.id());
                storage = after;
            }
        }
        return storage;
    }

    private double net(final Keyed hydros, final Stage stage, final int index, final int block)
    {
        final int id = study.hydros().get(index).id();
        return hydros.at("inflow_m3s", stage.id(), id, block) -
            hydros.at("outflow_m3s", stage.id(), id, block) -
            hydros.at("diverted_outflow_m3s", stage.id(), id, block) -
            hydros.at("evaporation_m3s", stage.id(), id, block) +
            hydros.at("inflow_nonnegativity_slack_m3s", stage.id(), id, block) -
            study.data().get(stage.index()).hydro().withdrawal()[index] -
            hydros.at("water_withdrawal_violation_pos_m3s", stage.id(), id, block) +
            hydros.at("water_withdrawal_violation_neg_m3s", stage.id(), id, block) -
            study.pumps().stream()
                .filter((pump) -> pump.source() == index)
                .mapToDouble((pump) -> keyed("pumping_stations", "pumping_station_id")
                    .at("pumped_flow_m3s", stage.id(), pump.id(), block))
                .sum();
    }
}
