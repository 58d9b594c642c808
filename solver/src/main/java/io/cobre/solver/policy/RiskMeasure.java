package io.cobre.solver.policy;

/**
 * How the objectives of equally probable openings become one number: a weight for each.
 */
public interface RiskMeasure
{
    /** The mean. */
    RiskMeasure EXPECTATION = (objectives, count, weights) ->
    {
        for (int opening = 0; opening < count; opening++)
        {
            weights[opening] = 1.0 / count;
        }
    };

    /**
     * The one number.
     *
     * @param objectives by opening.
     * @param count      of openings.
     * @param weights    overwritten.
     * @return in the unit of the objectives.
     */
    default double value(final double[] objectives, final int count, final double[] weights)
    {
        weights(objectives, count, weights);
        double value = 0.0;
        for (int opening = 0; opening < count; opening++)
        {
            value += weights[opening] * objectives[opening];
        }
        return value;
    }

    /**
     * Weigh the openings.
     *
     * @param objectives by opening.
     * @param count      of openings.
     * @param weights    destination, adding up to 1.
     */
    void weights(double[] objectives, int count, double[] weights);
}
