package io.cobre.solver.study;

/**
 * A source whose generation can be curtailed but not dispatched.
 *
 * @param id            as in the files.
 * @param name          for people.
 * @param bus           index of its bus.
 * @param maxGeneration capacity, MW.
 */
public record NonControllable(int id, String name, int bus, double maxGeneration)
{
}
