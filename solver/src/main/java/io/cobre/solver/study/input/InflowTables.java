package io.cobre.solver.study.input;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables of inflow models beside mean and deviation.
 *
 * @param coefficients autoregressive part, in the order of the file.
 * @param annual       annual part, in the order of the file.
 * @param history      observed inflows, in the order of the file.
 */
record InflowTables(List<Coefficient> coefficients, List<Annual> annual, List<Observation> history)
{
    static final String COEFFICIENTS = "scenarios/inflow_ar_coefficients.parquet";
    static final String ANNUAL = "scenarios/inflow_annual_component.parquet";
    static final String HISTORY = "scenarios/inflow_history.parquet";

    /**
     * An autoregressive coefficient.
     *
     * @param row     in the file.
     * @param hydroId plant.
     * @param stageId stage, also before the study.
     * @param lag     from 1.
     * @param value   standardised.
     * @param ratio   standard deviation of the residual over that of the inflow.
     */
    record Coefficient(int row, int hydroId, int stageId, int lag, double value, double ratio)
    {
    }

    /**
     * An annual component.
     *
     * @param row     in the file.
     * @param hydroId plant.
     * @param stageId stage, also before the study.
     * @param value   standardised coefficient.
     * @param mean    m3/s.
     * @param std     m3/s.
     */
    record Annual(int row, int hydroId, int stageId, double value, double mean, double std)
    {
    }

    /**
     * An observed inflow.
     *
     * @param row     in the file.
     * @param hydroId plant.
     * @param date    first day of its period.
     * @param value   m3/s.
     */
    record Observation(int row, int hydroId, LocalDate date, double value)
    {
    }

    static InflowTables read(final Problems problems, final Path folder)
    {
        return new InflowTables(
            coefficients(TableReader.open(problems, folder, COEFFICIENTS)),
            annual(TableReader.open(problems, folder, ANNUAL)),
            history(TableReader.open(problems, folder, HISTORY)));
    }

    private static List<Coefficient> coefficients(final TableReader table)
    {
        final int[] hydroId = table.ints("hydro_id");
        final int[] stageId = table.ints("stage_id");
        final int[] lag = table.ints("lag");
        final double[] value = table.doubles("coefficient", Range.ANY);
        final double[] ratio = table.doubles("residual_std_ratio", new Range(0, true, 1, false));
        table.end();
        final List<Coefficient> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++)
        {
            rows.add(new Coefficient(row, hydroId[row], stageId[row], lag[row], value[row], ratio[row]));
        }
        return rows;
    }

    private static List<Annual> annual(final TableReader table)
    {
        final int[] hydroId = table.ints("hydro_id");
        final int[] stageId = table.ints("stage_id");
        final double[] value = table.doubles("annual_coefficient", Range.ANY);
        final double[] mean = table.doubles("annual_mean_m3s", Range.ANY);
        final double[] std = table.doubles("annual_std_m3s", Range.POSITIVE);
        table.end();
        final List<Annual> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++)
        {
            rows.add(new Annual(row, hydroId[row], stageId[row], value[row], mean[row], std[row]));
        }
        return rows;
    }

    private static List<Observation> history(final TableReader table)
    {
        final int[] hydroId = table.ints("hydro_id");
        final int[] date = table.dates("date");
        final double[] value = table.doubles("value_m3s", Range.ANY);
        table.end();
        final List<Observation> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++)
        {
            rows.add(new Observation(row, hydroId[row], LocalDate.ofEpochDay(date[row]), value[row]));
        }
        return rows;
    }
}
