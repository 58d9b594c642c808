package io.cobre.solver.stochastic;

import java.util.List;
import java.util.stream.IntStream;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationException;
import io.cobre.solver.study.Stage;

/**
 * Turns standardised models into the coefficients that the stage problems use.
 */
final class InflowModels
{
    private InflowModels()
    {
    }

    /** A hydro without a row at a stage has no inflow there. */
    static InflowModel of(final ParTable table, final List<Stage> stages, final int hydros)
    {
        final int[] order = IntStream.range(0, hydros).map(table::order).toArray();
        final int lags = IntStream.of(order).max().orElse(0);
        final LagStatistics statistics = new LagStatistics(table, stages);
        final double[][] base = new double[stages.size()][hydros];
        final double[][] sigma = new double[stages.size()][hydros];
        final double[][] psi = new double[stages.size()][lags * hydros];
        for (int t = 0; t < stages.size(); t++)
        {
            for (int h = 0; h < hydros; h++)
            {
                final ParRow row = table.get(h, stages.get(t).id());
                if (row != null)
                {
                    requireSeason(row, stages.get(t));
                    sigma[t][h] = row.sigma();
                    base[t][h] = row.mean();
                    for (int lag = 1; lag <= row.order(); lag++)
                    {
                        final ParRow lagged = statistics.at(h, stages.get(t).id() - lag);
                        final double coefficient = row.psi(lag, lagged.std());
                        psi[t][(lag - 1) * hydros + h] = coefficient;
                        base[t][h] -= coefficient * lagged.mean();
                    }
                }
            }
        }
        return new InflowModel(base, sigma, psi, order, lags);
    }

    private static void requireSeason(final ParRow row, final Stage stage)
    {
        if (row.order() > 0 && stage.seasonId() < 0)
        {
            throw new ValidationException(
                SolverErrorKind.STAGE_MISMATCH,
                "stage " + stage.id() + " has an autoregressive inflow model but no season_id")
                .with("file", "stages.json")
                .suggest("give the stage its season_id");
        }
    }
}
