package io.cobre.solver.study.input;

/**
 * A piecewise linear function, constant outside of its points.
 */
final class Curve
{
    private final double[] x;
    private final double[] y;

    /**
     * A curve through points.
     *
     * @param x strictly ascending, at least one.
     * @param y values.
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

    double value(final double at)
    {
        if (at <= first())
        {
            return y[0];
        }
        if (at >= last())
        {
            return y[y.length - 1];
        }
        final int segment = segment(at);
        return y[segment] + slopeOf(segment) * (at - x[segment]);
    }

    /**
     * Slope of the segment that contains a point; at a breakpoint of the one to its right, beyond the ends of the
     * outermost one.
     *
     * @param at where.
     * @return 0 for a curve of one point.
     */
    double slope(final double at)
    {
        return x.length == 1 ? 0.0 : slopeOf(segment(at));
    }

    private int segment(final double at)
    {
        int segment = 0;
        while (segment < x.length - 2 && at >= x[segment + 1])
        {
            segment++;
        }
        return segment;
    }

    private double slopeOf(final int segment)
    {
        return (y[segment + 1] - y[segment]) / (x[segment + 1] - x[segment]);
    }
}
