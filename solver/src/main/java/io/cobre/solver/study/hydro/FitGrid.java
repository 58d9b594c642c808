package io.cobre.solver.study.hydro;

/**
 * Operating points at which a production function is fitted.
 *
 * @param volumePoints  number of volumes, at least 2.
 * @param turbinePoints number of turbined flows, at least 2.
 * @param spillPoints   number of spilled flows, at least 1.
 * @param smallest      volume, hm3; NaN for the smallest of the geometry.
 * @param largest       volume, hm3; NaN for the largest of the geometry.
 * @param maxTurbined   m3/s.
 */
public record FitGrid(
    int volumePoints, int turbinePoints, int spillPoints, double smallest, double largest, double maxTurbined)
{
    int size()
    {
        return volumePoints * turbinePoints * spillPoints;
    }

    double volume(final int point, final ProductionFunction function)
    {
        final double from = Double.isNaN(smallest) ? function.smallestVolume() : smallest;
        final double to = Double.isNaN(largest) ? function.largestVolume() : largest;
        return between(from, to, point / (turbinePoints * spillPoints), volumePoints);
    }

    double turbined(final int point)
    {
        final double from = Math.max(1.0, 0.01 * maxTurbined);
        return between(from, maxTurbined, point / spillPoints % turbinePoints, turbinePoints);
    }

    double spilled(final int point)
    {
        return between(0.0, 0.5 * maxTurbined, point % spillPoints, spillPoints);
    }

    private static double between(final double from, final double to, final int step, final int steps)
    {
        return steps < 2 ? from : from + (to - from) * step / (steps - 1);
    }
}
