package io.cobre.bench.examples;

import static io.cobre.bench.examples.CaseFolder.json;
import static io.cobre.bench.examples.CaseFolder.tenth;

import io.cobre.bench.examples.CaseFolder.Season;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A study of the size that people plan with: 60 hydros in cascades of ten over four regions in a ring, 40 thermals,
 * five years of months with 20 openings, and inflows that remember a month. Its state has 120 dimensions.
 */
public final class ManyReservoirs
{
    private static final int HYDROS = 60;
    private static final int CASCADE = 10;
    private static final int REGIONS = 4;
    private static final int THERMALS = 40;
    private static final int MONTHS = 60;
    private static final int OPENINGS = 20;
    private static final double[] FULL = IntStream.range(0, HYDROS).mapToDouble(ManyReservoirs::capacity).toArray();

    private ManyReservoirs()
    {
    }

    /**
     * Write the case.
     *
     * @param target    folder for its files.
     * @param passes    forward passes of an iteration.
     * @param scenarios of the simulation.
     */
    public static void write(final Path target, final int passes, final int scenarios)
    {
        final CaseFolder folder = new CaseFolder(target);
        folder.text("config.json", json(
            """
            {
              'training': {'forward_passes': %d, 'stopping_rules': [{'type': 'iteration_limit', 'limit': 3}]},
              'simulation': {'enabled': true, 'num_scenarios': %d},
              'modeling': {'inflow_non_negativity': {'method': 'truncation'}}
            }
            """, passes, scenarios));
        folder.penalties(3000.0);
        stages(folder);
        initialConditions(folder);
        folder.array("system/buses.json", "buses", IntStream.range(0, REGIONS)
            .mapToObj((bus) -> json("{'id': %d, 'name': 'region %d'}", bus, bus)).toList());
        folder.array("system/lines.json", "lines", IntStream.range(0, REGIONS)
            .mapToObj((line) -> json(
                "{'id': %d, 'name': 'ring %d', 'source_bus_id': %d, 'target_bus_id': %d, 'losses_percent': 2.0, " +
                    "'capacity': {'direct_mw': 1500.0, 'reverse_mw': 1500.0}}",
                line, line, line, (line + 1) % REGIONS)).toList());
        folder.array("system/hydros.json", "hydros", IntStream.range(0, HYDROS)
            .mapToObj(ManyReservoirs::hydro).toList());
        folder.array("system/thermals.json", "thermals", IntStream.range(0, THERMALS)
            .mapToObj((thermal) -> json(
                "{'id': %d, 'name': 'thermal %d', 'bus_id': %d, 'cost_per_mwh': %s, " +
                    "'generation': {'min_mw': %s, 'max_mw': %s}}",
                thermal, thermal, thermal % REGIONS, tenth(15.0 + 0.6 * thermal * thermal),
                0 == thermal % 5 ? 60.0 : 0.0, 180.0)).toList());
        folder.seasonalStats(
            "scenarios/inflow_seasonal_stats.parquet", "hydro_id", "mean_m3s", "std_m3s", MONTHS,
            IntStream.range(0, HYDROS)
                .mapToObj((hydro) -> Season.wave(40.0 + 17 * hydro % 90, 0.5, hydro / CASCADE % 12, 0.3)).toList());
        folder.seasonalStats(
            "scenarios/load_seasonal_stats.parquet", "bus_id", "mean_mw", "std_mw", MONTHS,
            IntStream.range(0, REGIONS).mapToObj((bus) -> Season.wave(2_600.0, 0.1, 3 * bus, 0.0)).toList());
        ModelTables.coefficients(
            target, IntStream.range(0, HYDROS * MONTHS).mapToObj(ManyReservoirs::coefficient).toList());
    }

    private static double capacity(final int hydro)
    {
        return 400.0 + 13 * hydro % 70 * 20.0;
    }

    private static String hydro(final int hydro)
    {
        final boolean last = CASCADE - 1 == hydro % CASCADE;
        final double turbined = 120.0 + 60.0 * (hydro % CASCADE);
        final double productivity = 0.3 + 7 * hydro % 10 * 0.05;
        return json(
            "{'id': %d, 'name': 'hydro %d', 'bus_id': %d, 'downstream_id': %s, " +
                "'reservoir': {'min_storage_hm3': %s, 'max_storage_hm3': %s}, " +
                "'outflow': {'min_outflow_m3s': 10.0, 'max_outflow_m3s': null}, " +
                "'generation': {'model': 'constant_productivity', 'productivity_mw_per_m3s': %s, " +
                "'min_turbined_m3s': 0.0, 'max_turbined_m3s': %s, 'min_generation_mw': 0.0, 'max_generation_mw': %s}}",
            hydro, hydro, hydro / CASCADE % REGIONS, last ? "null" : Integer.toString(hydro + 1),
            FULL[hydro] / 10.0, FULL[hydro], productivity, turbined, turbined * productivity);
    }

    private static void stages(final CaseFolder folder)
    {
        final List<String> stages = new ArrayList<>();
        for (int month = 0; month < MONTHS; month++)
        {
            final LocalDate start = LocalDate.of(2030, 1, 1).plusMonths(month);
            stages.add(json(
                "{'id': %d, 'start_date': '%s', 'end_date': '%s', 'num_scenarios': %d, 'season_id': %d, " +
                    "'blocks': [{'id': 0, 'name': 'month', 'hours': %d}]}",
                month, start, start.plusMonths(1), OPENINGS, month % 12, 24 * start.lengthOfMonth()));
        }
        final String seasons = String.join(", ", IntStream.range(0, 12)
            .mapToObj((season) -> json("{'id': %d, 'label': 'm', 'month_start': %d}", season, season + 1)).toList());
        folder.text("stages.json", json(
            "{'policy_graph': {'type': 'finite_horizon', 'annual_discount_rate': 0.1}, " +
                "'season_definitions': {'cycle_type': 'monthly', 'seasons': [%s]}, 'stages': [%s]}",
            seasons, String.join(",\n", stages)));
    }

    private static void initialConditions(final CaseFolder folder)
    {
        final List<String> storage = new ArrayList<>();
        final List<String> past = new ArrayList<>();
        for (int hydro = 0; hydro < HYDROS; hydro++)
        {
            storage.add(json("{'hydro_id': %d, 'value_hm3': %s}", hydro, FULL[hydro] / 2.0));
            past.add(json("{'hydro_id': %d, 'values_m3s': [50.0]}", hydro));
        }
        folder.text("initial_conditions.json", json(
            "{'storage': [%s], 'filling_storage': [], 'past_inflows': [%s]}",
            String.join(", ", storage), String.join(", ", past)));
    }

    private static double[] coefficient(final int row)
    {
        return new double[]{row / MONTHS, row % MONTHS, 1, 0.5, 0.8};
    }
}
