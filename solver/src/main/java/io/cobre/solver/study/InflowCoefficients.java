package io.cobre.solver.study;

/**
 * Autoregressive model of an inflow.
 *
 * @param hydro            index.
 * @param stageId          id of a study or pre-study stage.
 * @param coefficients     standardised, lag 1 first.
 * @param residualStdRatio standard deviation of the residual over that of the inflow, in (0, 1].
 */
public record InflowCoefficients(int hydro, int stageId, double[] coefficients, double residualStdRatio)
{
}
