package io.cobre.solver.study;

/**
 * A transmission line; flow in both directions has a variable of its own.
 *
 * @param id     as in the files.
 * @param name   for people.
 * @param source index of the source bus.
 * @param target index of the target bus.
 * @param loss   share of the power that does not arrive, in either direction.
 */
public record Line(int id, String name, int source, int target, double loss)
{
    /**
     * A line without losses.
     *
     * @param id     as in the files.
     * @param name   for people.
     * @param source index of the source bus.
     * @param target index of the target bus.
     */
    public Line(final int id, final String name, final int source, final int target)
    {
        this(id, name, source, target, 0.0);
    }
}
