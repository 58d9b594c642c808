package io.cobre.solver.study;

/**
 * A transmission line; flow in both directions has a variable of its own.
 *
 * @param id     as in the files.
 * @param name   for people.
 * @param source index of the source bus.
 * @param target index of the target bus.
 */
public record Line(int id, String name, int source, int target)
{
}
