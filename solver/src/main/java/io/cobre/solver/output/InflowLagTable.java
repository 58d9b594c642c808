package io.cobre.solver.output;

import static io.cobre.solver.output.OutputColumn.id;
import static io.cobre.solver.output.OutputColumn.number;

/**
 * The table {@code inflow_lags}: what the inflow model remembers when a stage begins. The entity of a row counts lags
 * and hydros, lag-major.
 */
final class InflowLagTable
{
    private InflowLagTable()
    {
    }

    /**
     * The table for an inflow model.
     *
     * @param lags that it has; without any there are no rows.
     */
    static EntityTable of(final int lags)
    {
        return new EntityTable(
            OutputTable.of(
                "inflow_lags",
                "inflow that the model of a hydro remembers when a stage begins",
                id("stage_id", "stage", (row) -> row.stage().id()),
                id("hydro_id", "hydro", (row) -> row.study().hydros().get(hydro(row)).id()),
                id("lag_index", "periods back, 0 the most recent", (row) -> row.entity() / hydros(row)),
                number(
                    "inflow_m3s", "m3/s", "inflow of that period",
                    (row) -> row.outcome().incoming()[hydros(row) + row.entity()])),
            false,
            (study, stage) -> EntityTable.first(lags * study.hydros().size()));
    }

    private static int hydros(final OutcomeRow row)
    {
        return row.study().hydros().size();
    }

    private static int hydro(final OutcomeRow row)
    {
        return row.entity() % hydros(row);
    }
}
