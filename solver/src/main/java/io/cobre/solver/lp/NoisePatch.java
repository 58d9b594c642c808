package io.cobre.solver.lp;

import io.cobre.solver.stochastic.InflowModel;

/**
 * Puts a noise vector into the LP: realised inflow in the inflow and water-balance rows.
 */
final class NoisePatch
{
    private final StageLp lp;
    private final InflowModel inflow;
    private final int stage;
    private final int hydros;
    private final double zeta;
    private final int[] rows;
    private final double[] scale;
    private final double[] bounds;

    NoisePatch(final StageLp lp)
    {
        this.lp = lp;
        this.inflow = lp.inflow();
        this.stage = lp.stage().index();
        this.hydros = lp.study().hydros().size();
        this.zeta = StageLpBuilder.M3S_HOUR_TO_HM3 * lp.stage().hours();
        this.rows = new int[2 * hydros];
        this.scale = new double[2 * hydros];
        this.bounds = new double[2 * hydros];
        for (int hydro = 0; hydro < hydros; hydro++)
        {
            rows[hydro] = lp.layout().row(RowGroup.INFLOW, hydro);
            rows[hydros + hydro] = lp.layout().row(RowGroup.WATER_BALANCE, hydro);
        }
        for (int index = 0; index < rows.length; index++)
        {
            scale[index] = lp.scaling().row()[rows[index]];
        }
    }

    int dimension()
    {
        return hydros;
    }

    void apply(final LpSolver solver, final double[] state, final double[] noise)
    {
        for (int hydro = 0; hydro < hydros; hydro++)
        {
            final double exogenous = inflow.base(stage, hydro) + inflow.sigma(stage, hydro) * noise[hydro];
            bounds[hydro] = exogenous * scale[hydro];
            bounds[hydros + hydro] = zeta * exogenous * scale[hydros + hydro];
        }
        solver.rowBounds(rows.length, rows, bounds, bounds);
    }
}
