package io.cobre.solver.study;

/**
 * Dependence of an inflow on the mean of the twelve months before.
 *
 * @param hydro       index.
 * @param stageId     id of a study or pre-study stage.
 * @param coefficient standardised.
 * @param mean        of the annual mean, m3/s.
 * @param std         of the annual mean, m3/s, positive.
 */
public record AnnualComponent(int hydro, int stageId, double coefficient, double mean, double std)
{
}
