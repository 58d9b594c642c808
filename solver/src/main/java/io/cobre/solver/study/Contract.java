package io.cobre.solver.study;

/**
 * A contract by which energy comes into the system or leaves it.
 *
 * @param id     as in the files.
 * @param name   for people.
 * @param bus    index of its bus.
 * @param export whether energy leaves.
 */
public record Contract(int id, String name, int bus, boolean export)
{
}
