package io.cobre.solver.study;

/**
 * A variable of a generic constraint with its coefficient.
 *
 * @param coefficient factor.
 * @param variable    what it multiplies.
 * @param entity      index of the hydro, thermal, line, bus, source, contract or pumping station.
 * @param block       of the variable; of no importance for storage and evaporation.
 */
public record GenericTerm(double coefficient, GenericVariable variable, int entity, int block)
{
}
