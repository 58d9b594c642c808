package io.cobre.solver.study;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What a stage asks of its reservoirs, by hydro; costs in $ per hm3 and hour.
 *
 * @param phase            what the plant does.
 * @param storageBelowCost of storage below its minimum; NaN if the minimum must hold.
 * @param fillingTarget    storage that a filling reservoir is to have at the end of the stage, hm3; 0 for none.
 * @param fillingCost      of storage below that target.
 */
public record ReservoirDetail(
    List<HydroPhase> phase, double[] storageBelowCost, double[] fillingTarget, double[] fillingCost)
{
    /**
     * Hydros that all operate, whose minimum storages must hold.
     *
     * @param hydros number of hydros.
     * @return without targets.
     */
    public static ReservoirDetail operating(final int hydros)
    {
        final double[] never = new double[hydros];
        Arrays.fill(never, Double.NaN);
        return new ReservoirDetail(
            Collections.nCopies(hydros, HydroPhase.OPERATING), never, new double[hydros], new double[hydros]);
    }

    /**
     * Whether a plant works in this stage.
     *
     * @param hydro index.
     * @return false while it is absent or fills.
     */
    public boolean operates(final int hydro)
    {
        return HydroPhase.OPERATING == phase.get(hydro);
    }

    /**
     * Whether a plant holds water back in this stage.
     *
     * @param hydro index.
     * @return false if water passes its site.
     */
    public boolean present(final int hydro)
    {
        return HydroPhase.ABSENT != phase.get(hydro);
    }
}
