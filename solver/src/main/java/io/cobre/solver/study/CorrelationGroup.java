package io.cobre.solver.study;

/**
 * Entities of one class whose noises are correlated.
 *
 * @param entityClass class.
 * @param entities    indices of hydros, buses or non-controllable sources.
 * @param matrix      symmetric, unit diagonal, in the order of the entities.
 */
public record CorrelationGroup(EntityClass entityClass, int[] entities, double[][] matrix)
{
}
