package io.cobre.solver.study;

/**
 * A variable of a generic constraint with its coefficient.
 *
 * @param coefficient factor.
 * @param variable    what it multiplies.
 * @param entity      index of the hydro, thermal, line, bus or source.
 * @param block       of the variable; of no importance for storage and evaporation.
 */
public record GenericTerm(double coefficient, GenericVariable variable, int entity, int block)
{
}
