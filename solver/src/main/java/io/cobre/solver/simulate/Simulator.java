package io.cobre.solver.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.cobre.engine.CobreException;
import io.cobre.engine.Communicator;
import io.cobre.solver.lp.BasisSlot;
import io.cobre.solver.lp.LpSource;
import io.cobre.solver.lp.LpThreads;
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
    /** Scenarios for each thread that wait to be told of in their order. */
    private static final int TRACES = 4;

    private final Communicator communicator;
    private final StageProblems problems;
    private final LpThreads threads;
    private final List<ScenarioWalk> walks = new ArrayList<>();
    private final ScenarioWalk.Trace[] traces;

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
        this.communicator = communicator;
        final double[] initial = StageProblems.initialState(study, stochastic);
        PolicyFit.check(policy, study, initial.length);
        final List<StageLp> templates = StageProblems.templates(
            study, stochastic, policy.pool(study.stageCount() - 1).endFloor());
        final List<CutPool> pools = new ArrayList<>();
        for (int stage = 0; stage < study.stageCount(); stage++)
        {
            PolicyFit.checkParts(policy.pool(stage), templates.get(stage).layout().parts());
            pools.add(policy.pool(stage));
        }
        this.problems = new StageProblems(templates, pools, initial, solvers);
        final BasisSlot[] start = new BasisSlot[study.stageCount()];
        Arrays.setAll(start, stage -> new BasisSlot());
        for (int lane = 0; lane < solvers.threads(); lane++)
        {
            final ForwardSampler sampler = stochastic.simulationSampler();
            walks.add(new ScenarioWalk(
                problems.lane(lane),
                sampler,
                new PathStart(sampler, initial, study.hydros().size()),
                study.discounts(),
                start,
                stochastic.openings().dimension()));
        }
        this.traces = new ScenarioWalk.Trace[1 == solvers.threads() ? 1 : TRACES * solvers.threads()];
        Arrays.setAll(traces, index -> new ScenarioWalk.Trace(study.stageCount(), initial.length));
        this.threads = new LpThreads(solvers.threads());
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
        walks.get(0).first(traces[0]);
        final Ownership ownership = Ownership.contiguous(scenarios, communicator.size());
        final int[] owned = ownership.owned(communicator.rank());
        final double[] own = new double[owned.length];
        final boolean wantsStages = listener.wantsStages();
        threads.run(
            owned.length,
            traces.length,
            (lane, position) ->
                walks.get(lane).walk(owned[position], traces[position % traces.length], wantsStages),
            (position) ->
            {
                final ScenarioWalk.Trace trace = traces[position % traces.length];
                own[position] = trace.dollars();
                trace.tell(owned[position], listener);
            });
        final double[] costs = ownership.gather(communicator, own, 1);
        final Moments moments = new Moments();
        final Digest digest = new Digest("cobre-simulation/1").i32(scenarios);
        for (final double cost : costs)
        {
            moments.add(cost);
            digest.f64(cost);
        }
        return new SimulationResult(
            scenarios, moments.mean(), moments.std(), moments.ci95(), costs, digest.hex());
    }

    @Override
    public void close()
    {
        threads.close();
        problems.close();
    }
}
