package io.cobre.solver.simulate;

import java.util.ArrayList;
import java.util.List;

import io.cobre.engine.CobreException;
import io.cobre.engine.Communicator;
import io.cobre.solver.lp.BasisSlot;
import io.cobre.solver.lp.LpSource;
import io.cobre.solver.lp.StageInstance;
import io.cobre.solver.lp.StageLp;
import io.cobre.solver.lp.StageProblems;
import io.cobre.solver.policy.CutPool;
import io.cobre.solver.policy.Digest;
import io.cobre.solver.policy.Policy;
import io.cobre.solver.policy.PolicyFit;
import io.cobre.solver.stochastic.ForwardSampler;
import io.cobre.solver.stochastic.PathStart;
import io.cobre.solver.stochastic.StochasticModel;
import io.cobre.solver.study.Study;
import io.cobre.solver.train.Moments;
import io.cobre.solver.train.Ownership;

/**
 * Follows a policy through scenarios that the ranks share out in contiguous blocks.
 * <p>
 * Every rank first walks scenario 0 and keeps the basis of each stage; every scenario then starts each stage from
 * that basis, so that no scenario depends on the ones before it.
 */
public final class Simulator implements AutoCloseable
{
    private final Study study;
    private final Communicator communicator;
    private final StageProblems problems;
    private final ForwardSampler sampler;
    private final PathStart begin;
    private final double[] discounts;
    private final BasisSlot[] start;
    private final double[] noise;
    private final double[][] states;
    private final StageOutcome outcome = new StageOutcome();

    /**
     * Open a simulation.
     *
     * @param study        the case.
     * @param stochastic   its random part.
     * @param policy       trained for the same stages and state.
     * @param communicator the group that simulates together.
     * @param solvers      makes LP instances.
     * @throws CobreException IncompatibleRuns if the policy does not fit the case.
     */
    public Simulator(
        final Study study,
        final StochasticModel stochastic,
        final Policy policy,
        final Communicator communicator,
        final LpSource solvers)
    {
        this.study = study;
        this.communicator = communicator;
        final double[] initial = StageProblems.initialState(study, stochastic);
        PolicyFit.check(policy, study, initial.length);
        final List<StageLp> templates = StageProblems.templates(study, stochastic);
        final List<CutPool> pools = new ArrayList<>();
        for (int stage = 0; stage < study.stageCount(); stage++)
        {
            pools.add(policy.pool(stage));
        }
        this.sampler = stochastic.simulationSampler();
        this.begin = new PathStart(sampler, initial, study.hydros().size());
        this.discounts = study.discounts();
        this.noise = new double[stochastic.openings().dimension()];
        this.states = new double[2][initial.length];
        this.start = new BasisSlot[study.stageCount()];
        for (int stage = 0; stage < start.length; stage++)
        {
            start[stage] = new BasisSlot();
        }
        this.problems = new StageProblems(templates, pools, initial, solvers);
    }

    /**
     * Simulate scenarios.
     *
     * @param scenarios number of scenarios, at least 1.
     * @param listener  hears of the scenarios of this rank.
     * @return the same costs and digest on all ranks.
     */
    public SimulationResult simulate(final int scenarios, final SimulationListener listener)
    {
        final long began = System.nanoTime();
        firstPath();
        final Ownership ownership = Ownership.contiguous(scenarios, communicator.size());
        final int[] owned = ownership.owned(communicator.rank());
        final double[] own = new double[owned.length];
        for (int position = 0; position < owned.length; position++)
        {
            own[position] = walk(owned[position], listener);
            listener.scenario(owned[position], own[position]);
        }
        final double[] costs = ownership.gather(communicator, own, 1);
        final Moments moments = new Moments();
        final Digest digest = new Digest("cobre-simulation/1").i32(scenarios);
        for (final double cost : costs)
        {
            moments.add(cost);
            digest.f64(cost);
        }
        return new SimulationResult(
            scenarios, moments.mean(), moments.std(), moments.ci95(), costs, digest.hex(),
            problems.counts().solves(), problems.counts().ns(), System.nanoTime() - began);
    }

    /** Scenario 0 from the base bases: its bases are where every scenario starts. */
    private void firstPath()
    {
        double[] state = begin.of(0, 0);
        for (int stage = 0; stage < start.length; stage++)
        {
            final StageInstance instance = problems.stage(stage);
            instance.refresh();
            state = step(instance, new BasisSlot(), state, 0);
            instance.keep(start[stage]);
        }
    }

    /** Total discounted cost; where cuts bound the cost after the last stage, it is part of it. */
    private double walk(final int scenario, final SimulationListener listener)
    {
        double[] state = begin.of(0, scenario);
        double total = 0.0;
        double future = 0.0;
        for (int stage = 0; stage < start.length; stage++)
        {
            final StageInstance instance = problems.stage(stage);
            final double[] incoming = state;
            state = step(instance, start[stage], incoming, scenario);
            final double cost = instance.stageCost() * StageLp.COST_SCALE;
            future = instance.objective() * StageLp.COST_SCALE - cost;
            total += discounts[stage] * cost;
            if (listener.wantsStages())
            {
                instance.read(outcome.solution());
                outcome.set(scenario, discounts[stage], cost, future, incoming);
                listener.stage(outcome);
            }
        }
        return total + discounts[start.length - 1] * future;
    }

    private double[] step(
        final StageInstance instance, final BasisSlot slot, final double[] incoming, final int scenario)
    {
        final double[] outgoing = states[incoming == states[0] ? 1 : 0];
        sampler.sample(0, scenario, instance.lp().stage().index(), noise);
        instance.begin(slot, incoming);
        instance.solve(noise, 0, scenario, StageInstance.FORWARD);
        instance.outgoing(outgoing);
        return outgoing;
    }

    @Override
    public void close()
    {
        problems.close();
    }
}
