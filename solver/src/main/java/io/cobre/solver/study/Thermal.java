package io.cobre.solver.study;

/**
 * A thermal plant.
 *
 * @param id   as in the files.
 * @param name for people.
 * @param bus  index of its bus.
 */
public record Thermal(int id, String name, int bus)
{
}
