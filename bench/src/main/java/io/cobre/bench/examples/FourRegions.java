package io.cobre.bench.examples;

import static io.cobre.bench.examples.CaseFolder.json;
import static io.cobre.bench.examples.CaseFolder.tenth;

import io.cobre.bench.examples.CaseFolder.Season;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The invented country of {@code examples/four-regions}: four regions with one equivalent reservoir each, a junction
 * without load, and thermal plants drawn from six technologies with a fixed seed.
 */
final class FourRegions
{
    private static final int MONTHS = 12;
    private static final long PLANT_SEED = 20_310_101L;

    /**
     * A technology of thermal plants.
     *
     * @param name       for the names of plants.
     * @param smallestMw smallest plant.
     * @param largestMw  largest plant.
     * @param cheapest   $/MWh of the best plant.
     * @param dearest    $/MWh of the worst plant.
     * @param mustRun    share of the capacity that is always on.
     */
    private record Technology(
        String name, double smallestMw, double largestMw, double cheapest, double dearest, double mustRun)
    {
    }

    private static final Technology NUCLEAR = new Technology("nuclear", 600, 900, 11, 14, 0.6);
    private static final Technology COAL = new Technology("coal", 80, 350, 42, 95, 0.25);
    private static final Technology BIOMASS = new Technology("biomass", 20, 70, 55, 120, 0.0);
    private static final Technology COMBINED = new Technology("gas-cc", 120, 420, 88, 170, 0.0);
    private static final Technology TURBINE = new Technology("gas-oc", 30, 160, 190, 420, 0.0);
    private static final Technology OIL = new Technology("oil", 10, 90, 430, 980, 0.0);

    private FourRegions()
    {
    }

    static void write(final Path target)
    {
        final CaseFolder folder = new CaseFolder(target);
        folder.text("config.json", json(
            """
            {
              'training': {
                'tree_seed': 2031,
                'forward_passes': 4,
                'stopping_rules': [{'type': 'iteration_limit', 'limit': 64}]
              },
              'simulation': {'enabled': true, 'num_scenarios': 200},
              'modeling': {'inflow_non_negativity': {'method': 'none'}}
            }
            """));
        folder.penalties(3200.0);
        folder.months(LocalDate.of(2031, 1, 1), MONTHS, 10, 0.08);
        folder.initialStorage(21_500.0, 4_900.0, 7_200.0, 2_300.0);
        folder.array("system/buses.json", "buses", buses());
        folder.array("system/lines.json", "lines", lines());
        folder.array("system/hydros.json", "hydros", hydros());
        folder.array("system/thermals.json", "thermals", thermals());
        folder.seasonalStats(
            "scenarios/inflow_seasonal_stats.parquet", "hydro_id", "mean_m3s", "std_m3s", MONTHS,
            List.of(
                Season.wave(2450.0, 0.55, 1, 0.12),
                Season.wave(1240.0, 0.35, 6, 0.16),
                Season.wave(880.0, 0.60, 2, 0.14),
                Season.wave(2600.0, 0.75, 3, 0.10)));
        folder.seasonalStats(
            "scenarios/load_seasonal_stats.parquet", "bus_id", "mean_mw", "std_mw", MONTHS,
            List.of(
                Season.wave(9_800.0, 0.05, 1, 0.0),
                Season.wave(3_900.0, 0.08, 6, 0.0),
                Season.wave(3_300.0, 0.04, 10, 0.0),
                Season.wave(1_900.0, 0.02, 9, 0.0),
                Season.wave(0.0, 0.0, 0, 0.0)));
    }

    private static List<String> buses()
    {
        final String rationing =
            "'deficit_segments': [{'depth_mw': %s, 'cost': 900.0}, {'depth_mw': null, 'cost': 3200.0}]";
        return List.of(
            json("{'id': 0, 'name': 'Highlands', " + rationing + "}", 490.0),
            json("{'id': 1, 'name': 'Plateau', " + rationing + "}", 195.0),
            json("{'id': 2, 'name': 'Coast', " + rationing + "}", 165.0),
            json("{'id': 3, 'name': 'North', " + rationing + "}", 95.0),
            json("{'id': 4, 'name': 'Junction'}"));
    }

    private static List<String> lines()
    {
        final String format = "{'id': %d, 'name': '%s', 'source_bus_id': %d, 'target_bus_id': %d, " +
            "'capacity': {'direct_mw': %s, 'reverse_mw': %s}, 'exchange_cost': %s}";
        return List.of(
            json(format, 0, "Highlands-Plateau", 0, 1, 2_400.0, 1_900.0, 0.2),
            json(format, 1, "Highlands-Junction", 0, 4, 1_800.0, 2_100.0, 0.1),
            json(format, 2, "North-Junction", 3, 4, 2_900.0, 1_000.0, 0.1),
            json(format, 3, "Coast-Junction", 2, 4, 900.0, 1_700.0, 0.1),
            json(format, 4, "Plateau-Coast", 1, 2, 600.0, 600.0, 0.3));
    }

    private static List<String> hydros()
    {
        return List.of(
            hydro(0, "Highlands cascade", 2_000.0, 38_000.0, 2.6, 3_600.0, 420.0),
            hydro(1, "Plateau cascade", 800.0, 9_500.0, 1.9, 1_700.0, 210.0),
            hydro(2, "Coast cascade", 600.0, 14_000.0, 1.2, 1_500.0, 150.0),
            hydro(3, "North river", 300.0, 6_000.0, 0.6, 5_500.0, 0.0));
    }

    private static String hydro(
        final int id,
        final String name,
        final double minStorage,
        final double maxStorage,
        final double productivity,
        final double maxTurbined,
        final double minOutflow)
    {
        return json(
            "{'id': %d, 'name': '%s', 'bus_id': %d, 'downstream_id': null,\n" +
                "      'reservoir': {'min_storage_hm3': %s, 'max_storage_hm3': %s},\n" +
                "      'outflow': {'min_outflow_m3s': %s, 'max_outflow_m3s': null},\n" +
                "      'generation': {'model': 'constant_productivity', 'productivity_mw_per_m3s': %s,\n" +
                "        'min_turbined_m3s': 0.0, 'max_turbined_m3s': %s,\n" +
                "        'min_generation_mw': 0.0, 'max_generation_mw': %s}}",
            id, name, id, minStorage, maxStorage, minOutflow, productivity, maxTurbined,
            tenth(productivity * maxTurbined));
    }

    private static List<String> thermals()
    {
        final Random random = new Random(PLANT_SEED);
        final List<String> plants = new ArrayList<>();
        plants(plants, random, 0, "H", List.of(NUCLEAR, COMBINED, TURBINE, BIOMASS, OIL), 2, 13, 12, 9, 8);
        plants(plants, random, 1, "P", List.of(COAL, COMBINED, TURBINE, OIL), 8, 4, 6, 6);
        plants(plants, random, 2, "C", List.of(COMBINED, TURBINE, OIL), 6, 11, 15);
        plants(plants, random, 3, "N", List.of(TURBINE, OIL, BIOMASS), 3, 5, 2);
        return plants;
    }

    private static void plants(
        final List<String> plants,
        final Random random,
        final int bus,
        final String prefix,
        final List<Technology> technologies,
        final int... counts)
    {
        for (int t = 0; t < counts.length; t++)
        {
            final Technology technology = technologies.get(t);
            for (int i = 1; i <= counts[t]; i++)
            {
                final double capacity =
                    Math.rint(between(random, technology.smallestMw(), technology.largestMw()));
                plants.add(json(
                    "{'id': %d, 'name': '%s-%s-%02d', 'bus_id': %d, 'cost_per_mwh': %s, " +
                        "'generation': {'min_mw': %s, 'max_mw': %s}}",
                    plants.size(), prefix, technology.name(), i, bus,
                    tenth(between(random, technology.cheapest(), technology.dearest())),
                    tenth(capacity * technology.mustRun()), capacity));
            }
        }
    }

    private static double between(final Random random, final double low, final double high)
    {
        return low + (high - low) * random.nextDouble();
    }
}
