package io.cobre.solver.study.hydro;

/**
 * Level below a plant by its outflow.
 */
public interface Tailrace
{
    /**
     * Level.
     *
     * @param outflow m3/s.
     * @return m above sea.
     */
    double level(double outflow);

    /**
     * Rise of the level with the outflow.
     *
     * @param outflow m3/s.
     * @return m per m3/s.
     */
    double slope(double outflow);

    /**
     * Tailrace that does not rise.
     *
     * @return level 0.
     */
    static Tailrace none()
    {
        return polynomial();
    }

    /**
     * Polynomial of the outflow.
     *
     * @param coefficients ascending powers.
     * @return the tailrace.
     */
    static Tailrace polynomial(final double... coefficients)
    {
        return new Tailrace()
        {
            @Override
            public double level(final double outflow)
            {
                double level = 0.0;
                for (int i = coefficients.length - 1; i >= 0; i--)
                {
                    level = level * outflow + coefficients[i];
                }
                return level;
            }

            @Override
            public double slope(final double outflow)
            {
                double slope = 0.0;
                for (int i = coefficients.length - 1; i > 0; i--)
                {
                    slope = slope * outflow + i * coefficients[i];
                }
                return slope;
            }
        };
    }

    /**
     * Straight lines between points, constant beyond them.
     *
     * @param outflows m3/s, strictly ascending.
     * @param levels   m above sea.
     * @return the tailrace.
     */
    static Tailrace piecewise(final double[] outflows, final double[] levels)
    {
        final Curve curve = new Curve(outflows, levels);
        return new Tailrace()
        {
            @Override
            public double level(final double outflow)
            {
                return curve.at(outflow);
            }

            @Override
            public double slope(final double outflow)
            {
                return outflow < curve.first() || outflow >= curve.last() ? 0.0 : curve.slope(outflow);
            }
        };
    }
}
