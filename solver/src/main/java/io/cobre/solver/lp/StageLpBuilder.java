package io.cobre.solver.lp;

import io.cobre.solver.stochastic.InflowModel;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.Study;

/**
 * Builds a stage LP, unscaled, at state zero and noise zero.
 */
final class StageLpBuilder
{
    /** hm3 that one m3/s makes in one hour. */
    static final double M3S_HOUR_TO_HM3 = 3600.0 / 1e6;

    private StageLpBuilder()
    {
    }

    static LpModel build(
        final Study study,
        final Stage stage,
        final InflowModel inflow,
        final StageLayout layout,
        final double floor)
    {
        final StageColumns columns = new StageColumns(study, stage, layout, floor);
        final SparseRows rows = new StageRows(study, stage, inflow, layout).build();
        if (rows.rows() != layout.rows())
        {
            throw new IllegalStateException("built " + rows.rows() + " rows, laid out " + layout.rows());
        }
        return rows.model(columns.cost(), columns.lower(), columns.upper());
    }
}
