package io.cobre.solver.study;

/**
 * A hydro plant with its reservoir.
 *
 * @param id         as in the files.
 * @param name       for people.
 * @param bus        index of its bus.
 * @param downstream index of the plant that receives turbined and spilled water, -1 if none.
 */
public record Hydro(int id, String name, int bus, int downstream)
{
}
