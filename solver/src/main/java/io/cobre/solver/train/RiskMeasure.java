package io.cobre.solver.train;

/**
 * How the objectives of equally probable openings become one number: a weight for each.
 */
interface RiskMeasure
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
     * Weigh the openings.
     *
     * @param objectives by opening.
     * @param count      of openings.
     * @param weights    destination, adding up to 1.
     */
    void weights(double[] objectives, int count, double[] weights);
}
