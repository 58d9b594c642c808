package io.cobre.solver.study;

/**
 * Availability of a non-controllable source as a fraction of its capacity.
 *
 * @param source index of the non-controllable source.
 * @param stage  index of the study stage.
 * @param mean   in [0, 1].
 * @param std    not negative.
 */
public record AvailabilityStatistics(int source, int stage, double mean, double std)
{
}
