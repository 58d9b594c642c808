package io.cobre.bench.examples;

import io.cobre.solver.files.AtomicFiles;
import io.cobre.solver.parquet.ColumnType;
import io.cobre.solver.parquet.ParquetTables;
import io.cobre.solver.parquet.TableColumn;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes the files of a case folder. JSON is laid out with one entity a line, so that people can read and change it.
 */
final class CaseFolder
{
    private final Path folder;

    CaseFolder(final Path folder)
    {
        this.folder = folder;
    }

    /**
     * Write a JSON object that has one array.
     *
     * @param path  in the folder.
     * @param name  key of the array.
     * @param items one JSON object each.
     */
    void array(final String path, final String name, final List<String> items)
    {
        text(path, "{\n  \"" + name + "\": [" + lines(items, 4) + (items.isEmpty() ? "" : "\n  ") + "]\n}\n");
    }

    void text(final String path, final String text)
    {
        AtomicFiles.text(folder.resolve(path), text);
    }

    /**
     * Write stages.json of consecutive months.
     *
     * @param first        first day of the first month.
     * @param months       number of stages.
     * @param openings     of each stage.
     * @param discountRate a year.
     */
    void months(final LocalDate first, final int months, final int openings, final double discountRate)
    {
        final List<String> stages = IntStream.range(0, months).mapToObj((month) ->
        {
            final LocalDate start = first.plusMonths(month);
            final LocalDate end = start.plusMonths(1);
            final long hours = 24 * (end.toEpochDay() - start.toEpochDay());
            return json(
                "{'id': %d, 'start_date': '%s', 'end_date': '%s', 'num_scenarios': %d, " +
                    "'blocks': [{'id': 0, 'name': 'month', 'hours': %d}]}",
                month, start, end, openings, hours);
        }).toList();
        text(
            "stages.json",
            json("{\n  'policy_graph': {'type': 'finite_horizon', 'annual_discount_rate': %s},\n", discountRate) +
                json("  'stages': [") + lines(stages, 4) + "\n  ]\n}\n");
    }

    /**
     * Write initial_conditions.json.
     *
     * @param storage hm3 by hydro.
     */
    void initialStorage(final double... storage)
    {
        final List<String> items = IntStream.range(0, storage.length)
            .mapToObj((hydro) -> json("{'hydro_id': %d, 'value_hm3': %s}", hydro, storage[hydro]))
            .toList();
        text(
            "initial_conditions.json",
            json("{\n  'storage': [") + lines(items, 4) + json("\n  ],\n  'filling_storage': []\n}\n"));
    }

    /**
     * Write penalties.json.
     *
     * @param deficitCost $/MWh of buses without segments of their own.
     */
    void penalties(final double deficitCost)
    {
        text("penalties.json", json(
            """
            {
              'bus': {
                'deficit_segments': [{'depth_mw': null, 'cost': %s}],
                'excess_cost': 0.5
              },
              'line': {'exchange_cost': 0.2},
              'hydro': {
                'spillage_cost': 0.02,
                'fpha_turbined_cost': 0.01,
                'diversion_cost': 0.1,
                'storage_violation_below_cost': 20000.0,
                'filling_target_violation_cost': 30000.0,
                'turbined_violation_below_cost': 900.0,
                'outflow_violation_below_cost': 900.0,
                'outflow_violation_above_cost': 900.0,
                'generation_violation_below_cost': 900.0,
                'evaporation_violation_cost': 4000.0,
                'water_withdrawal_violation_cost': 800.0
              },
              'non_controllable_source': {'curtailment_cost': 0.01}
            }
            """, deficitCost));
    }

    /**
     * Write a table of means and standard deviations by entity and stage.
     *
     * @param path     in the folder.
     * @param entity   name of the id column.
     * @param mean     name of the column of means.
     * @param std      name of the column of standard deviations.
     * @param stages   number of stages.
     * @param entities by id.
     */
    void seasonalStats(
        final String path,
        final String entity,
        final String mean,
        final String std,
        final int stages,
        final List<Season> entities)
    {
        final ParquetTables table = new ParquetTables();
        final TableColumn ids = table.required(entity, ColumnType.INT32);
        final TableColumn stageIds = table.required("stage_id", ColumnType.INT32);
        final TableColumn means = table.required(mean, ColumnType.DOUBLE);
        final TableColumn stds = table.required(std, ColumnType.DOUBLE);
        for (int id = 0; id < entities.size(); id++)
        {
            for (int stage = 0; stage < stages; stage++)
            {
                ids.add(id);
                stageIds.add(stage);
                means.add(entities.get(id).mean().applyAsDouble(stage));
                stds.add(entities.get(id).std().applyAsDouble(stage));
            }
        }
        table.write(folder.resolve(path));
    }

    /**
     * Format with the quotes of JSON written as apostrophes.
     *
     * @param format    of {@link String#format}.
     * @param arguments of the format.
     * @return JSON.
     */
    static String json(final String format, final Object... arguments)
    {
        return String.format(Locale.ROOT, format.replace('\'', '"'), arguments);
    }

    /**
     * Round to one decimal, so that the files stay readable.
     *
     * @param value any.
     * @return the nearest tenth.
     */
    static double tenth(final double value)
    {
        return Math.round(value * 10.0) / 10.0;
    }

    private static String lines(final List<String> items, final int indent)
    {
        return items.stream().map((item) -> "\n" + " ".repeat(indent) + item).collect(Collectors.joining(","));
    }

    /**
     * How something varies over the stages.
     *
     * @param mean by stage.
     * @param std  by stage.
     */
    record Season(IntToDoubleFunction mean, IntToDoubleFunction std)
    {
        /**
         * One wave a year around an average.
         *
         * @param average   over the year.
         * @param amplitude as a fraction of the average.
         * @param peak      month of the highest mean, from 0.
         * @param spread    standard deviation as a fraction of the mean, at the peak; half as much more at the trough.
         * @return the season.
         */
        static Season wave(final double average, final double amplitude, final int peak, final double spread)
        {
            final IntToDoubleFunction phase = (month) -> StrictMath.cos(2.0 * StrictMath.PI * (month - peak) / 12.0);
            return new Season(
                (month) -> tenth(average * (1.0 + amplitude * phase.applyAsDouble(month))),
                (month) -> tenth(
                    average * (1.0 + amplitude * phase.applyAsDouble(month)) *
                        spread * (1.25 - 0.25 * phase.applyAsDouble(month))));
        }
    }
}
