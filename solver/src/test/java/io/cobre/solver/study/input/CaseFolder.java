package io.cobre.solver.study.input;

import io.cobre.solver.parquet.ColumnType;
import io.cobre.solver.parquet.ParquetTables;
import io.cobre.solver.parquet.TableColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A small valid case that a test changes and completes: two buses with a line, two hydros in cascade, two thermals,
 * two stages of two blocks.
 */
public final class CaseFolder
{
    private static final String PENALTIES = """
        {"bus": {"deficit_segments": [{"depth_mw": 10, "cost": 500}, {"depth_mw": null, "cost": 1000}],
          "excess_cost": 0.01},
         "line": {"exchange_cost": 0.02},
         "hydro": {"spillage_cost": 0.03, "fpha_turbined_cost": 0.0, "diversion_cost": 0.04,
          "storage_violation_below_cost": 3001, "filling_target_violation_cost": 3002,
          "turbined_violation_below_cost": 103,
          "outflow_violation_below_cost": 104, "outflow_violation_above_cost": 105,
          "generation_violation_below_cost": 106, "evaporation_violation_cost": 107,
          "water_withdrawal_violation_cost": 108},
         "non_controllable_source": {"curtailment_cost": 0.005}}
        """;
    private static final String STAGES = """
        {"policy_graph": {"type": "finite_horizon", "annual_discount_rate": 0.1},
         "stages": [
          {"id": 0, "start_date": "2024-01-01", "end_date": "2024-02-01", "num_scenarios": 3, "season_id": 0,
           "blocks": [{"id": 0, "name": "A", "hours": 300}, {"id": 1, "name": "B", "hours": 444}]},
          {"id": 1, "start_date": "2024-02-01", "end_date": "2024-03-01", "num_scenarios": 2, "season_id": 1,
           "blocks": [{"id": 0, "name": "A", "hours": 300}, {"id": 1, "name": "B", "hours": 396}]}]}
        """;
    private static final String HYDROS = """
        {"hydros": [
         {"id": 1, "name": "Upper", "bus_id": 0, "downstream_id": 2,
          "reservoir": {"min_storage_hm3": 10, "max_storage_hm3": 100},
          "outflow": {"min_outflow_m3s": 1, "max_outflow_m3s": null},
          "generation": {"model": "constant_productivity", "productivity_mw_per_m3s": 0.9,
           "min_turbined_m3s": 0, "max_turbined_m3s": 50, "min_generation_mw": 0, "max_generation_mw": 45}},
         {"id": 2, "name": "Lower", "bus_id": 1,
          "reservoir": {"min_storage_hm3": 0, "max_storage_hm3": 20},
          "outflow": {"min_outflow_m3s": 0, "max_outflow_m3s": 80},
          "generation": {"model": "constant_productivity", "productivity_mw_per_m3s": 0.5,
           "min_turbined_m3s": 0, "max_turbined_m3s": 60, "min_generation_mw": 0, "max_generation_mw": 30}}]}
        """;
    private static final String THERMALS = """
        {"thermals": [
         {"id": 0, "name": "Coal", "bus_id": 0, "cost_per_mwh": 40, "generation": {"min_mw": 1, "max_mw": 60}},
         {"id": 1, "name": "Gas", "bus_id": 1, "cost_per_mwh": 90, "generation": {"min_mw": 0, "max_mw": 80}}]}
        """;

    private final Path path;

    private CaseFolder(final Path path)
    {
        this.path = path;
    }

    /**
     * Write the small case.
     *
     * @param path folder; made if absent.
     * @return the case.
     */
    public static CaseFolder write(final Path path)
    {
        final CaseFolder folder = new CaseFolder(path);
        folder.text("config.json", """
            {"training": {"forward_passes": 2, "stopping_rules": [{"type": "iteration_limit", "limit": 5}]},
             "modeling": {"inflow_non_negativity": {"method": "none"}}}
            """);
        folder.text("penalties.json", PENALTIES);
        folder.text("stages.json", STAGES);
        folder.text("initial_conditions.json", """
            {"storage": [{"hydro_id": 1, "value_hm3": 50}, {"hydro_id": 2, "value_hm3": 5}], "filling_storage": []}
            """);
        folder.text("system/buses.json", """
            {"buses": [{"id": 1, "name": "South"}, {"id": 0, "name": "North",
             "deficit_segments": [{"depth_mw": null, "cost": 2000}]}]}
            """);
        folder.text("system/lines.json", """
            {"lines": [{"id": 0, "name": "N-S", "source_bus_id": 0, "target_bus_id": 1,
             "capacity": {"direct_mw": 30, "reverse_mw": 20}}]}
            """);
        folder.text("system/hydros.json", HYDROS);
        folder.text("system/thermals.json", THERMALS);
        folder.rows("scenarios/inflow_seasonal_stats.parquet", List.of("hydro_id", "stage_id"),
            List.of("mean_m3s", "std_m3s"), new double[][]{
                {1, 0, 20, 2}, {1, 1, 22, 2}, {2, 0, 5, 1}, {2, 1, 6, 1}});
        folder.rows("scenarios/load_seasonal_stats.parquet", List.of("bus_id", "stage_id"),
            List.of("mean_mw", "std_mw"), new double[][]{
                {0, 0, 50, 0}, {0, 1, 52, 0}, {1, 0, 40, 0}, {1, 1, 42, 0}});
        return folder;
    }

    /**
     * The folder.
     *
     * @return its path.
     */
    public Path path()
    {
        return path;
    }

    /**
     * Write a text file.
     *
     * @param file relative to the folder.
     * @param text contents.
     * @return this.
     */
    public CaseFolder text(final String file, final String text)
    {
        try
        {
            Files.createDirectories(path.resolve(file).getParent());
            Files.writeString(path.resolve(file), text);
            return this;
        }
        catch (final IOException ex)
        {
            throw new UncheckedIOException(ex);
        }
    }

    /**
     * Change a text file.
     *
     * @param file relative to the folder.
     * @param from text that must be there; the first occurrence is replaced.
     * @param to   replacement.
     * @return this.
     */
    public CaseFolder edit(final String file, final String from, final String to)
    {
        try
        {
            final String before = Files.readString(path.resolve(file));
            final int at = before.indexOf(from);
            if (at < 0)
            {
                throw new IllegalArgumentException(file + " does not contain " + from);
            }
            return text(file, before.substring(0, at) + to + before.substring(at + from.length()));
        }
        catch (final IOException ex)
        {
            throw new UncheckedIOException(ex);
        }
    }

    /**
     * Write a table of integer columns followed by floating-point ones; NaN is a missing value.
     *
     * @param file    relative to the folder.
     * @param ints    names of the integer columns.
     * @param doubles names of the floating-point columns.
     * @param rows    values by row and column.
     * @return this.
     */
    public CaseFolder rows(
        final String file, final List<String> ints, final List<String> doubles, final double[]... rows)
    {
        final ParquetTables table = new ParquetTables();
        final List<TableColumn> columns = new ArrayList<>();
        ints.forEach((name) -> columns.add(table.optional(name, ColumnType.INT32)));
        doubles.forEach((name) -> columns.add(table.optional(name, ColumnType.DOUBLE)));
        for (final double[] row : rows)
        {
            for (int i = 0; i < row.length; i++)
            {
                if (Double.isNaN(row[i]))
                {
                    columns.get(i).addNull();
                }
                else if (i < ints.size())
                {
                    columns.get(i).add((long) row[i]);
                }
                else
                {
                    columns.get(i).add(row[i]);
                }
            }
        }
        table.write(path.resolve(file));
        return this;
    }
}
