package io.cobre.solver.simulate;

import io.cobre.solver.lp.BasisSlot;
import io.cobre.solver.lp.StageInstance;
import io.cobre.solver.lp.StageLp;
import io.cobre.solver.lp.StageProblems;
import io.cobre.solver.stochastic.ForwardSampler;
import io.cobre.solver.stochastic.PathStart;

/**
 * Walks scenarios on one thread, each into a trace.
 */
final class ScenarioWalk
{
    /**
     * What a scenario left, stage by stage.
     */
    static final class Trace
    {
        private final StageOutcome[] outcomes;
        private final double[][] states;
        private double dollars;

        Trace(final int stages, final int dimension)
        {
            outcomes = new StageOutcome[stages];
            states = new double[stages + 1][dimension];
            for (int stage = 0; stage < stages; stage++)
            {
                outcomes[stage] = new StageOutcome();
            }
        }

        double dollars()
        {
            return dollars;
        }

        void tell(final int scenario, final SimulationListener listener)
        {
            if (listener.wantsStages())
            {
                for (final StageOutcome outcome : outcomes)
                {
                    listener.stage(outcome);
                }
            }
            listener.scenario(scenario, dollars);
        }
    }

    private final StageProblems problems;
    private final ForwardSampler sampler;
    private final PathStart begin;
    private final double[] discounts;
    private final BasisSlot[] start;
    private final double[] noise;

    /**
     * For one thread.
     *
     * @param problems  of the thread.
     * @param sampler   of the thread.
     * @param begin     where paths begin.
     * @param discounts by stage.
     * @param start     where each stage starts, the same for all threads.
     * @param dimension of the noise.
     */
    ScenarioWalk(
        final StageProblems problems,
        final ForwardSampler sampler,
        final PathStart begin,
        final double[] discounts,
        final BasisSlot[] start,
        final int dimension)
    {
        this.problems = problems;
        this.sampler = sampler;
        this.begin = begin;
        this.discounts = discounts;
        this.start = start;
        this.noise = new double[dimension];
    }

    /** Scenario 0 from the base bases: its bases are where every scenario starts. */
    void first(final Trace trace)
    {
        begin(trace, 0);
        for (int stage = 0; stage < start.length; stage++)
        {
            final StageInstance instance = step(new BasisSlot(), trace, stage, 0);
            instance.keep(start[stage]);
        }
    }

    /** Total discounted cost; where cuts bound the cost after the last stage, it is part of it. */
    void walk(final int scenario, final Trace trace, final boolean wantsStages)
    {
        begin(trace, scenario);
        double total = 0.0;
        double future = 0.0;
        for (int stage = 0; stage < start.length; stage++)
        {
            final StageInstance instance = step(start[stage], trace, stage, scenario);
            final double cost = instance.stageCost() * StageLp.COST_SCALE;
            future = instance.objective() * StageLp.COST_SCALE - cost;
            total += discounts[stage] * cost;
            if (wantsStages)
            {
                instance.read(trace.outcomes[stage].solution());
                trace.outcomes[stage].set(scenario, discounts[stage], cost, future, trace.states[stage]);
            }
        }
        trace.dollars = total + discounts[start.length - 1] * future;
    }

    private void begin(final Trace trace, final int scenario)
    {
        final double[] state = begin.of(0, scenario);
        System.arraycopy(state, 0, trace.states[0], 0, state.length);
    }

    private StageInstance step(final BasisSlot slot, final Trace trace, final int stage, final int scenario)
    {
        final StageInstance instance = problems.stage(stage);
        instance.refresh();
        sampler.sample(0, scenario, instance.lp().stage().index(), noise);
        instance.begin(slot, trace.states[stage]);
        instance.solve(noise, 0, scenario, StageInstance.FORWARD);
        instance.outgoing(trace.states[stage + 1]);
        return instance;
    }
}
