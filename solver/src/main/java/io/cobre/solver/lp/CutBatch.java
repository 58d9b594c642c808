package io.cobre.solver.lp;

import java.util.Arrays;

import io.cobre.solver.stochastic.LagTransitions;

/**
 * Cuts on their way into a native solver, as rows in the unit of the future cost, scaled by column otherwise. Arrays
 * are used again.
 */
final class CutBatch
{
    private final LagTransitions lags;
    private final int stage;
    private final int hydros;
    private final int memory;
    private final int[] carriers;
    private final double[] scale;
    private final double[] sums;
    private final StageLayout layout;
    private final double futureCostScale;
    private int count;
    private int entries;
    private double[] lower = new double[8];
    private double[] upper = new double[8];
    private int[] starts = new int[9];
    private int[] indices = new int[0];
    private double[] values = new double[0];

    CutBatch(final StageLp lp)
    {
        layout = lp.layout();
        lags = lp.stochastic().lags();
        stage = lp.stage().index();
        hydros = layout.hydros();
        memory = layout.lags();
        carriers = new int[hydros * (memory + 2)];
        for (int hydro = 0; hydro < hydros; hydro++)
        {
            carriers[hydro] = layout.column(ColumnGroup.STORAGE, hydro);
            carriers[hydros * (memory + 1) + hydro] = layout.column(ColumnGroup.INFLOW, hydro);
        }
        for (int lag = 0; lag < hydros * memory; lag++)
        {
            carriers[hydros + lag] = layout.column(ColumnGroup.LAG, lag);
        }
        scale = new double[carriers.length];
        Arrays.setAll(scale, carrier -> lp.scaling().column()[carriers[carrier]]);
        sums = new double[carriers.length];
        futureCostScale = lp.scaling().column()[layout.column(ColumnGroup.FUTURE_COST, 0)];
    }

    void clear()
    {
        count = 0;
        entries = 0;
    }

    void add(final CutRows cuts, final int slot)
    {
        reserve();
        starts[count] = entries;
        lower[count] = cuts.intercept(slot) / futureCostScale;
        upper[count] = Double.POSITIVE_INFINITY;
        put(layout.futureCost(cuts.opening(slot)), 1.0);
        carry(cuts, slot);
        for (int carrier = 0; carrier < carriers.length; carrier++)
        {
            if (0.0 != sums[carrier])
            {
                put(carriers[carrier], -sums[carrier] * scale[carrier] / futureCostScale);
            }
        }
        starts[++count] = entries;
    }

    /**
     * Coefficients on the columns that carry the state to the next stage: storages as they are; each number of the
     * memory of inflows is a weighted sum of incoming numbers and the realised inflow.
     */
    private void carry(final CutRows cuts, final int slot)
    {
        Arrays.fill(sums, 0.0);
        for (int hydro = 0; hydro < hydros; hydro++)
        {
            sums[hydro] = cuts.coefficient(slot, hydro);
            for (int lag = 0; lag < memory; lag++)
            {
                final double coefficient = cuts.coefficient(slot, hydros + lag * hydros + hydro);
                for (int term = 0; term < lags.terms(stage, hydro, lag); term++)
                {
                    final int source = lags.termSource(stage, hydro, lag, term);
                    sums[hydros + source * hydros + hydro] += coefficient * lags.termWeight(stage, hydro, lag, term);
                }
            }
        }
    }

    private void reserve()
    {
        if (count + 1 >= starts.length)
        {
            lower = Arrays.copyOf(lower, 2 * count);
            upper = Arrays.copyOf(upper, 2 * count);
            starts = Arrays.copyOf(starts, 2 * count + 1);
        }
        if (entries + carriers.length + 1 > indices.length)
        {
            final int capacity = 2 * (entries + carriers.length + 1);
            indices = Arrays.copyOf(indices, capacity);
            values = Arrays.copyOf(values, capacity);
        }
    }

    private void put(final int column, final double value)
    {
        indices[entries] = column;
        values[entries++] = value;
    }

    void appendTo(final LpSolver solver)
    {
        if (count > 0)
        {
            solver.addRows(count, lower, upper, starts, indices, values);
        }
    }
}
