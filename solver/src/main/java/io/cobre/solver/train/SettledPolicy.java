package io.cobre.solver.train;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

import io.cobre.solver.study.StoppingRule;

/**
 * The tests of the stopping rules that simulate; every rank makes the same ones and finds the same.
 */
final class SettledPolicy
{
    private final List<StoppingRule.Simulation> rules = new ArrayList<>();
    private final List<double[]> before = new ArrayList<>();

    SettledPolicy(final List<StoppingRule> all)
    {
        for (final StoppingRule rule : all)
        {
            if (rule instanceof StoppingRule.Simulation simulation)
            {
                rules.add(simulation);
                before.add(null);
            }
        }
    }

    /**
     * Whether a test is due after an iteration.
     */
    boolean due(final int iteration)
    {
        return rules.stream().anyMatch(rule -> 0 == iteration % rule.period());
    }

    /**
     * Test.
     *
     * @param lowerBounds of all iterations so far.
     * @param simulate    gives the mean cost of each stage for a number of paths, $.
     * @return the rules that hold.
     */
    Set<StoppingRule> test(final List<Double> lowerBounds, final IntFunction<double[]> simulate)
    {
        final Set<StoppingRule> held = new HashSet<>();
        for (int index = 0; index < rules.size(); index++)
        {
            final StoppingRule.Simulation rule = rules.get(index);
            if (0 == lowerBounds.size() % rule.period() && stable(rule, lowerBounds))
            {
                final double[] costs = simulate.apply(rule.replications());
                final double[] old = before.set(index, costs);
                if (null != old && distance(old, costs) < rule.distance())
                {
                    held.add(rule);
                }
            }
        }
        return held;
    }

    private static boolean stable(final StoppingRule.Simulation rule, final List<Double> lowerBounds)
    {
        final int last = lowerBounds.size() - 1;
        if (last < rule.boundWindow())
        {
            return false;
        }
        final double now = lowerBounds.get(last);
        final double change = Math.abs(now - lowerBounds.get(last - rule.boundWindow()));
        return change < rule.boundTolerance() * Math.max(1.0, Math.abs(now));
    }

    private static double distance(final double[] old, final double[] costs)
    {
        double sum = 0.0;
        for (int stage = 0; stage < costs.length; stage++)
        {
            final double change = (costs[stage] - old[stage]) / Math.max(1.0, Math.abs(old[stage]));
            sum += change * change;
        }
        return Math.sqrt(sum);
    }
}
