package io.cobre.solver.study;

/**
 * One value of a scenario from outside.
 *
 * @param stage    index of the study stage.
 * @param scenario from 0.
 * @param entity   index of the hydro, bus or non-controllable source.
 * @param value    m3/s, MW, or fraction of the capacity.
 */
public record ExternalScenario(int stage, int scenario, int entity, double value)
{
}
