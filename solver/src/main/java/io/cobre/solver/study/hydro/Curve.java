package io.cobre.solver.study.hydro;

import java.util.Arrays;

/**
 * A function given by points and straight lines between them, constant beyond the ends.
 */
final class Curve
{
    private final double[] x;
    private final double[] y;

    /**
     * Curve through points.
     *
     * @param x strictly ascending, at least one.
     * @param y of equal length.
     */
    Curve(final double[] x, final double[] y)
    {
        this.x = x;
        this.y = y;
    }

    double first()
    {
        return x[0];
    }

    double last()
    {
        return x[x.length - 1];
    }

    double at(final double at)
    {
        if (at <= x[0])
        {
            return y[0];
        }
        if (at >= x[x.length - 1])
        {
            return y[y.length - 1];
        }
        final int i = segment(at);
        return y[i] + (at - x[i]) * slopeOf(i);
    }

    /** Slope of the segment that holds a place: at a point that of the segment after it, beyond an end the nearest. */
    double slope(final double at)
    {
        return x.length < 2 ? 0.0 : slopeOf(segment(at));
    }

    private double slopeOf(final int segment)
    {
        return (y[segment + 1] - y[segment]) / (x[segment + 1] - x[segment]);
    }

    private int segment(final double at)
    {
        final int found = Arrays.binarySearch(x, at);
        final int before = found >= 0 ? found : -found - 2;
        return Math.max(0, Math.min(x.length - 2, before));
    }
}
