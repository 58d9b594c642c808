package io.cobre.solver.study;

/**
 * A bus: the place of an energy balance.
 *
 * @param id   as in the files.
 * @param name for people.
 */
public record Bus(int id, String name)
{
}
