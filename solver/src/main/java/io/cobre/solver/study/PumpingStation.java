package io.cobre.solver.study;

/**
 * A station that lifts water from one reservoir to another.
 *
 * @param id          as in the files.
 * @param name        for people.
 * @param bus         index of the bus that gives the power.
 * @param source      index of the hydro that loses the water.
 * @param destination index of the hydro that gets it.
 * @param consumption MW per m3/s.
 */
public record PumpingStation(int id, String name, int bus, int source, int destination, double consumption)
{
}
