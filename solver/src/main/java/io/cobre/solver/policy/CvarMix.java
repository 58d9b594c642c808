package io.cobre.solver.policy;

import io.cobre.solver.study.Risk;

/**
 * {@code (1 - lambda) * expectation + lambda * CVaR(alpha)}: every opening keeps (1 - lambda) of its probability, and
 * the mass lambda goes to the dearest openings, at most lambda / alpha times its probability to each. Equal
 * objectives are taken in the order of their openings. For one thread.
 */
public final class CvarMix implements RiskMeasure
{
    private final Risk risk;
    private int[] order = new int[0];

    CvarMix(final Risk risk)
    {
        this.risk = risk;
    }

    /**
     * The measure of a stage.
     *
     * @param risk its parameters.
     * @return the mean where the tail has no weight or is everything.
     */
    public static RiskMeasure of(final Risk risk)
    {
        return risk.isNeutral() ? EXPECTATION : new CvarMix(risk);
    }

    @Override
    public void weights(final double[] objectives, final int count, final double[] weights)
    {
        sort(objectives, count);
        final double probability = 1.0 / count;
        final double most = risk.lambda() * probability / risk.alpha();
        double left = risk.lambda();
        for (int rank = 0; rank < count; rank++)
        {
            final double tail = Math.min(most, left);
            left -= tail;
            weights[order[rank]] = (1.0 - risk.lambda()) * probability + tail;
        }
    }

    private void sort(final double[] objectives, final int count)
    {
        if (order.length < count)
        {
            order = new int[count];
        }
        for (int opening = 0; opening < count; opening++)
        {
            int place = opening;
            while (place > 0 && objectives[order[place - 1]] < objectives[opening])
            {
                order[place] = order[place - 1];
                place--;
            }
            order[place] = opening;
        }
    }
}
