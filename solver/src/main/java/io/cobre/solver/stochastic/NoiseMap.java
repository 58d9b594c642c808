package io.cobre.solver.stochastic;

import java.util.Arrays;

import io.cobre.solver.study.AvailabilityStatistics;
import io.cobre.solver.study.EntityClass;
import io.cobre.solver.study.ScenarioData;
import io.cobre.solver.study.StageData;
import io.cobre.solver.study.Study;

/**
 * Turns a noise vector into the numbers that enter a stage problem. Allocates nothing; may be shared by threads.
 */
public final class NoiseMap
{
    private final double[][] loadMean;
    private final double[][] loadStd;
    private final InflowModel inflow;
    private final NoiseLayout layout;
    private final boolean truncates;
    private final double[][] availabilityMean;
    private final double[][] availabilityStd;

    NoiseMap(final Study study, final InflowModel inflow, final NoiseLayout layout)
    {
        this(
            study.data().stream().map(StageData::loadMean).toArray(double[][]::new),
            study.data().stream().map(StageData::loadStd).toArray(double[][]::new),
            study.scenarios(),
            inflow,
            layout);
    }

    /** Map from means and deviations of the loads by stage and bus. */
    NoiseMap(
        final double[][] loadMean,
        final double[][] loadStd,
        final ScenarioData scenarios,
        final InflowModel inflow,
        final NoiseLayout layout)
    {
        this.loadMean = loadMean;
        this.loadStd = loadStd;
        this.inflow = inflow;
        this.layout = layout;
        truncates = scenarios.nonNegativity().truncates();
        final int sources = layout.count(EntityClass.NCS);
        availabilityMean = new double[loadMean.length][sources];
        availabilityStd = new double[loadMean.length][sources];
        for (final double[] stage : availabilityMean)
        {
            Arrays.fill(stage, 1.0);
        }
        for (final AvailabilityStatistics row : scenarios.availability())
        {
            final int position = layout.place(EntityClass.NCS, row.source()) - layout.first(EntityClass.NCS);
            availabilityMean[row.stage()][position] = row.mean();
            availabilityStd[row.stage()][position] = row.std();
        }
    }

    /**
     * Part of the inflow that does not depend on its lags: base + sigma * noise. Under truncation the noise is raised
     * to where base, lags and noise together give no inflow.
     *
     * @param stage      index.
     * @param memory     lagged inflows before the stage, m3/s by lag * hydros + hydro; only truncation reads it.
     * @param offset     of its first number.
     * @param noise      noise vector.
     * @param innovation destination, m3/s by hydro.
     */
    public void inflow(
        final int stage, final double[] memory, final int offset, final double[] noise, final double[] innovation)
    {
        for (int h = 0; h < layout.count(EntityClass.INFLOW); h++)
        {
            final double sigma = inflow.sigma(stage, h);
            final double varying = sigma * noise[h];
            innovation[h] = inflow.base(stage, h) + varying;
            if (truncates && sigma > 0.0)
            {
                final double expected = inflow.expected(stage, h, memory, offset);
                if (expected + varying < 0.0)
                {
                    innovation[h] = inflow.base(stage, h) + sigma * Math.max(noise[h], -expected / sigma);
                }
            }
        }
    }

    /**
     * Loads before block factors.
     *
     * @param stage index.
     * @param noise noise vector.
     * @param load  destination, MW by bus; buses without noise get their mean.
     */
    public void load(final int stage, final double[] noise, final double[] load)
    {
        final double[] mean = loadMean[stage];
        final double[] std = loadStd[stage];
        System.arraycopy(mean, 0, load, 0, mean.length);
        final int first = layout.first(EntityClass.LOAD);
        for (int i = 0; i < layout.count(EntityClass.LOAD); i++)
        {
            final int bus = layout.entity(EntityClass.LOAD, i);
            load[bus] = Math.max(0.0, mean[bus] + std[bus] * noise[first + i]);
        }
    }

    /**
     * Available share of the capacity of non-controllable sources.
     *
     * @param stage        index.
     * @param noise        noise vector.
     * @param availability destination, in [0, 1] by source; sources without statistics are left as they are.
     */
    public void availability(final int stage, final double[] noise, final double[] availability)
    {
        final int first = layout.first(EntityClass.NCS);
        for (int i = 0; i < layout.count(EntityClass.NCS); i++)
        {
            final double share = availabilityMean[stage][i] + availabilityStd[stage][i] * noise[first + i];
            availability[layout.entity(EntityClass.NCS, i)] = Math.min(1.0, Math.max(0.0, share));
        }
    }

    double mean(final int stage, final EntityClass entityClass, final int position)
    {
        return entityClass == EntityClass.LOAD ?
            loadMean[stage][layout.entity(EntityClass.LOAD, position)] :
            availabilityMean[stage][position];
    }

    double std(final int stage, final EntityClass entityClass, final int position)
    {
        return entityClass == EntityClass.LOAD ?
            loadStd[stage][layout.entity(EntityClass.LOAD, position)] :
            availabilityStd[stage][position];
    }
}
