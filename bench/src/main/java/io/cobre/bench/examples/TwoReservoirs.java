package io.cobre.bench.examples;

import static io.cobre.bench.examples.CaseFolder.json;

import io.cobre.bench.examples.CaseFolder.Season;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * The valley of {@code examples/two-reservoirs}: an upper lake that feeds a small lower one, and three thermal plants.
 */
final class TwoReservoirs
{
    private static final int MONTHS = 3;

    private TwoReservoirs()
    {
    }

    static void write(final Path target)
    {
        final CaseFolder folder = new CaseFolder(target);
        folder.text("config.json", json(
            """
            {
              'training': {
                'tree_seed': 7,
                'forward_passes': 10,
                'stopping_rules': [{'type': 'iteration_limit', 'limit': 5}]
              },
              'simulation': {'enabled': true, 'num_scenarios': 50},
              'modeling': {'inflow_non_negativity': {'method': 'none'}}
            }
            """));
        folder.penalties(2_000.0);
        folder.months(LocalDate.of(2031, 6, 1), MONTHS, 5, 0.1);
        folder.initialStorage(150.0, 12.0);
        folder.array("system/buses.json", "buses", List.of(json("{'id': 0, 'name': 'Valley'}")));
        folder.array("system/lines.json", "lines", List.of());
        folder.array("system/hydros.json", "hydros", List.of(
            hydro(0, "Upper Lake", "1", 20.0, 300.0, 0.9, 70.0),
            hydro(1, "Lower Weir", "null", 4.0, 25.0, 0.4, 110.0)));
        folder.array("system/thermals.json", "thermals", List.of(
            thermal(0, "Gas", 60.0, 45.0),
            thermal(1, "Oil", 180.0, 35.0),
            thermal(2, "Diesel", 520.0, 20.0)));
        folder.seasonalStats(
            "scenarios/inflow_seasonal_stats.parquet", "hydro_id", "mean_m3s", "std_m3s", MONTHS,
            List.of(Season.wave(55.0, 0.4, 10, 0.15), Season.wave(14.0, 0.3, 10, 0.2)));
        folder.seasonalStats(
            "scenarios/load_seasonal_stats.parquet", "bus_id", "mean_mw", "std_mw", MONTHS,
            List.of(Season.wave(118.0, 0.06, 1, 0.0)));
    }

    private static String hydro(
        final int id,
        final String name,
        final String downstream,
        final double minStorage,
        final double maxStorage,
        final double productivity,
        final double maxTurbined)
    {
        return json(
            "{'id': %d, 'name': '%s', 'bus_id': 0, 'downstream_id': %s,\n" +
                "      'reservoir': {'min_storage_hm3': %s, 'max_storage_hm3': %s},\n" +
                "      'outflow': {'min_outflow_m3s': 5.0, 'max_outflow_m3s': null},\n" +
                "      'generation': {'model': 'constant_productivity', 'productivity_mw_per_m3s': %s,\n" +
                "        'min_turbined_m3s': 0.0, 'max_turbined_m3s': %s,\n" +
                "        'min_generation_mw': 0.0, 'max_generation_mw': %s}}",
            id, name, downstream, minStorage, maxStorage, productivity, maxTurbined,
            CaseFolder.tenth(productivity * maxTurbined));
    }

    private static String thermal(final int id, final String name, final double cost, final double capacity)
    {
        return json(
            "{'id': %d, 'name': '%s', 'bus_id': 0, 'cost_per_mwh': %s, " +
                "'generation': {'min_mw': 0.0, 'max_mw': %s}}",
            id, name, cost, capacity);
    }
}
