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
    private Set<StoppingRule> held = Set.of();

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
     * No test after this iteration.
     *
     * @return no rule.
     */
    Set<StoppingRule> skip()
    {
        held = Set.of();
        return held;
    }

    /**
     * The rules that held after the last iteration.
     */
    Set<StoppingRule> held()
    {
        return held;
    }

    /**
     * What the next tests compare with.
     */
    List<SettledCosts> costs()
    {
        final List<SettledCosts> costs = new ArrayList<>();
        for (int index = 0; index < rules.size(); index++)
        {
            if (null != before.get(index))
            {
                final StoppingRule rule = rules.get(index);
                costs.add(new SettledCosts(rule.toString(), held.contains(rule), before.get(index)));
            }
        }
        return costs;
    }

    /**
     * Go on after the tests of an earlier process; rules that were not there then begin anew.
     */
    void restore(final List<SettledCosts> earlier)
    {
        held = new HashSet<>();
        for (final SettledCosts costs : earlier)
        {
            for (int index = 0; index < rules.size(); index++)
            {
                if (costs.rule().equals(rules.get(index).toString()))
                {
                    before.set(index, costs.costs());
                    if (costs.held())
                    {
                        held.add(rules.get(index));
                    }
                }
            }
        }
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
        held = new HashSet<>();
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
