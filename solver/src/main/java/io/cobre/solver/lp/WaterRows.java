package io.cobre.solver.lp;

import io.cobre.solver.stochastic.InflowModel;
import io.cobre.solver.study.HydroDetail;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.StageData;
import io.cobre.solver.study.Study;

/**
 * Water balances of a stage: one by hydro, or one by hydro and block where blocks follow each other. The site of an
 * absent plant lets all water pass to the next plant below, and its storage stays what it is.
 */
final class WaterRows
{
    private static final int NOWHERE = -1;

    private final Study study;
    private final Stage stage;
    private final StageData data;
    private final HydroDetail detail;
    private final InflowModel inflow;
    private final StageLayout layout;
    private final SparseRows rows;
    private final int[] downstream;
    private final int[] diversion;

    WaterRows(
        final Study study,
        final Stage stage,
        final InflowModel inflow,
        final StageLayout layout,
        final SparseRows rows)
    {
        this.study = study;
        this.stage = stage;
        this.data = study.data().get(stage.index());
        this.detail = data.hydro();
        this.inflow = inflow;
        this.layout = layout;
        this.rows = rows;
        this.downstream = new int[hydros()];
        this.diversion = new int[hydros()];
        for (int hydro = 0; hydro < hydros(); hydro++)
        {
            downstream[hydro] = present(study.hydros().get(hydro).downstream());
            diversion[hydro] = present(detail.diversionTarget()[hydro]);
        }
    }

    private int hydros()
    {
        return layout.hydros();
    }

    /** The plant itself or the first one below it that holds water back in this stage. */
    private int present(final int hydro)
    {
        int found = hydro;
        while (NOWHERE != found && !data.reservoirs().present(found))
        {
            found = study.hydros().get(found).downstream();
        }
        return found;
    }

    void balances()
    {
        for (int hydro = 0; hydro < hydros(); hydro++)
        {
            for (int balance = 0; balance < layout.balances(); balance++)
            {
                rows.put(layout.storageAfter(hydro, balance), 1.0);
                rows.put(layout.storageBefore(hydro, balance), -1.0);
                if (data.reservoirs().present(hydro))
                {
                    balance(hydro, balance);
                }
                else
                {
                    rows.end(0.0, 0.0);
                }
            }
        }
    }

    private void balance(final int hydro, final int balance)
    {
        final double zeta = hm3(stage, balance);
        final int first = stage.chronological() ? balance : 0;
        final int end = stage.chronological() ? balance + 1 : stage.blocks();
        for (int block = first; block < end; block++)
        {
            flows(hydro, block);
        }
        for (int above = 0; above < hydros(); above++)
        {
            if (!data.reservoirs().present(above) && downstream[above] == hydro)
            {
                rows.put(layout.column(ColumnGroup.INFLOW, above), -zeta);
            }
        }
        lagged(hydro, -zeta);
        rows.put(layout.column(ColumnGroup.INFLOW_SLACK, hydro), -zeta);
        rows.put(layout.column(ColumnGroup.EVAPORATION, hydro), zeta);
        rows.put(layout.column(ColumnGroup.WITHDRAWAL_BELOW, hydro), -zeta);
        rows.put(layout.column(ColumnGroup.WITHDRAWAL_ABOVE, hydro), zeta);
        final double rhs = zeta * (inflow.base(stage.index(), hydro) - detail.withdrawal()[hydro]);
        rows.end(rhs, rhs);
    }

    /**
     * hm3 that one m3/s makes during a balance of the water.
     */
    static double hm3(final Stage stage, final int balance)
    {
        return StageLpBuilder.M3S_HOUR_TO_HM3 * (stage.chronological() ? stage.blockHours()[balance] : stage.hours());
    }

    private void flows(final int hydro, final int block)
    {
        final double tau = StageLpBuilder.M3S_HOUR_TO_HM3 * stage.blockHours()[block];
        release(hydro, block, tau);
        rows.put(layout.column(ColumnGroup.DIVERTED, hydro, block), tau);
        for (int other = 0; other < hydros(); other++)
        {
            if (downstream[other] == hydro)
            {
                release(other, block, -tau);
            }
            if (diversion[other] == hydro)
            {
                rows.put(layout.column(ColumnGroup.DIVERTED, other, block), -tau);
            }
        }
        for (int pump = 0; pump < study.pumps().size(); pump++)
        {
            if (study.pumps().get(pump).source() == hydro)
            {
                rows.put(layout.column(ColumnGroup.PUMPED, pump, block), tau);
            }
            if (study.pumps().get(pump).destination() == hydro)
            {
                rows.put(layout.column(ColumnGroup.PUMPED, pump, block), -tau);
            }
        }
    }

    /** Water that leaves a reservoir towards the next one. */
    private void release(final int hydro, final int block, final double tau)
    {
        rows.put(layout.column(ColumnGroup.TURBINED, hydro, block), tau);
        rows.put(layout.column(ColumnGroup.SPILLED, hydro, block), tau);
    }

    void lagged(final int hydro, final double factor)
    {
        for (int lag = 0; lag < inflow.lags(); lag++)
        {
            rows.put(
                layout.column(ColumnGroup.LAG, lag * hydros() + hydro),
                factor * inflow.psi(stage.index(), hydro, lag));
        }
    }
}
