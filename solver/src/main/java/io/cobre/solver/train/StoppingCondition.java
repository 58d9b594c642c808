package io.cobre.solver.train;

import java.util.List;
import java.util.Set;

import io.cobre.solver.study.StoppingRule;

/**
 * Decides on rank 0 whether an iteration was the last one.
 */
final class StoppingCondition
{
    private static final double NS_PER_SECOND = 1e9;

    private final List<StoppingRule> rules;
    private final boolean all;

    StoppingCondition(final List<StoppingRule> rules, final boolean all)
    {
        this.rules = rules;
        this.all = all;
    }

    /**
     * The rule that ends training; with all rules in force, the last of them.
     *
     * @param lowerBounds of all iterations so far.
     * @param elapsedNs   of training.
     * @param held        rules with a simulation that hold.
     * @return null to go on.
     */
    TerminationReason reason(
        final List<Double> lowerBounds, final long elapsedNs, final Set<StoppingRule> held)
    {
        TerminationReason reason = null;
        for (final StoppingRule rule : rules)
        {
            final TerminationReason found = test(rule, lowerBounds, elapsedNs, held);
            if (all && null == found)
            {
                return null;
            }
            if (!all && null != found)
            {
                return found;
            }
            reason = found;
        }
        return reason;
    }

    private static TerminationReason test(
        final StoppingRule rule, final List<Double> lowerBounds, final long elapsedNs, final Set<StoppingRule> held)
    {
        if (rule instanceof StoppingRule.Simulation)
        {
            return held.contains(rule) ? TerminationReason.SIMULATION : null;
        }
        if (rule instanceof StoppingRule.IterationLimit limit)
        {
            return lowerBounds.size() >= limit.limit() ? TerminationReason.ITERATION_LIMIT : null;
        }
        if (rule instanceof StoppingRule.TimeLimit limit)
        {
            return elapsedNs >= limit.seconds() * NS_PER_SECOND ? TerminationReason.TIME_LIMIT : null;
        }
        return stalled((StoppingRule.BoundStalling) rule, lowerBounds) ? TerminationReason.BOUND_STALLING : null;
    }

    private static boolean stalled(final StoppingRule.BoundStalling rule, final List<Double> lowerBounds)
    {
        final int count = lowerBounds.size();
        if (count < rule.iterations())
        {
            return false;
        }
        final double now = lowerBounds.get(count - 1);
        final double before = lowerBounds.get(count - rule.iterations());
        return Math.abs(now - before) / Math.max(1.0, Math.abs(now)) < rule.tolerance();
    }
}
