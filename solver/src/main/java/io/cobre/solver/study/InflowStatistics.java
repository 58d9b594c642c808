package io.cobre.solver.study;

/**
 * Mean and standard deviation of an inflow.
 *
 * @param hydro   index.
 * @param stageId id of a study or pre-study stage.
 * @param mean    m3/s.
 * @param std     m3/s.
 */
public record InflowStatistics(int hydro, int stageId, double mean, double std)
{
}
