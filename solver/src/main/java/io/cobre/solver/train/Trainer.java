package io.cobre.solver.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.cobre.engine.Communicator;
import io.cobre.solver.lp.BasisSlot;
import io.cobre.solver.lp.CutRows;
import io.cobre.solver.lp.FutureParts;
import io.cobre.solver.lp.LpThreads;
import io.cobre.solver.lp.SolveCounts;
import io.cobre.solver.lp.StageInstance;
import io.cobre.solver.lp.StageLp;
import io.cobre.solver.lp.StageProblems;
import io.cobre.solver.policy.CutPool;
import io.cobre.solver.policy.CvarMix;
import io.cobre.solver.policy.Policy;
import io.cobre.solver.policy.PolicyFit;
import io.cobre.solver.policy.PolicyInfo;
import io.cobre.solver.policy.RiskMeasure;
import io.cobre.solver.simulate.Simulator;
import io.cobre.solver.simulate.StageMeans;
import io.cobre.solver.stochastic.ForwardSampler;
import io.cobre.solver.stochastic.PathStart;
import io.cobre.solver.study.CutSelection;
import io.cobre.solver.study.StoppingRule;
import io.cobre.solver.study.Study;

/**
 * Stochastic dual dynamic programming over a group of ranks.
 * <p>
 * An iteration: every rank walks its own trial paths forward; stage by stage backward it makes one cut from each own
 * trial point, all ranks gather the cuts of the stage and put them into their pools in the same order; rank 0
 * evaluates the lower bound and decides whether to go on, and tells both in one record.
 */
public final class Trainer implements AutoCloseable
{
    private static final int PATH_COST = 0;
    private static final int CUT = 1;
    private static final int LOWER = 0;
    private static final int REASON = 1;
    private static final int SAVE = 2;

    private final int stateAt;
    private final boolean keepsStates;
    private final VisitedStates visited;
    private final CutSelector selector;

    private final TrainingContext context;
    private final Study study;
    private final Communicator communicator;
    private final int passes;
    private final double[] initial;
    private final List<CutPool> pools = new ArrayList<>();
    private final TrialPoints points;
    private final CutExchange exchange;
    private final StageProblems problems;
    private final LpThreads threads;
    private final List<Lane> lanes = new ArrayList<>();
    private final Walk walk;
    private final CheckpointKeeper keeper;
    private final StoppingCondition stopping;
    private final SettledPolicy settled;
    private final TrainingLog log;
    private final TrainingTimes times;
    private final WorkLog work;
    private SolveCounts counted = SolveCounts.NONE;
    private final double[] decision = new double[3];
    private BasisSlot boundSlot = new BasisSlot();
    private int iteration;
    private TerminationReason reason;

    /**
     * Open a training: templates, instances, base bases.
     *
     * @param context what to work with.
     */
    public Trainer(final TrainingContext context)
    {
        this.context = context;
        this.study = context.study();
        this.communicator = context.communicator();
        this.times = new TrainingTimes(context.nanoClock());
        InnerBound.check(study, context.stochastic().lags().slots());
        this.passes = study.config().forwardPasses();
        final int stages = study.stageCount();
        final Checkpoint start = context.start();
        final List<CutPool> given = null == start ? context.startingCuts() : start.pools();
        final List<StageLp> templates = StageProblems.templates(
            study, context.stochastic(), given.isEmpty() ? 0.0 : given.get(stages - 1).endFloor());
        final int dimension = templates.get(0).layout().stateDimension();
        pools.addAll(null == start ? firstPools(templates, dimension) : start.pools());
        this.initial = StageProblems.initialState(study, context.stochastic());
        final Ownership ownership = context.ownership(passes);
        this.points = new TrialPoints(ownership.owned(communicator.rank()), stages, dimension);
        final CutSelection selection = study.config().cutSelection();
        this.keepsStates =
            CutSelection.Method.DOMINATION == selection.method() || study.config().exportStates() ||
            study.config().hasInnerBound();
        final int most = templates.stream().mapToInt(lp -> lp.layout().parts().cuts()).max().orElse(1);
        this.stateAt = CUT + most * (1 + dimension);
        this.exchange =
            new CutExchange(communicator, ownership, passes, keepsStates ? stateAt + dimension : stateAt);
        this.visited = null == start ? new VisitedStates(stages, dimension) : start.visited();
        this.selector = new CutSelector(selection, pools, visited, context.nanoClock());
        this.stopping = new StoppingCondition(study.config().stoppingRules(), study.config().stopOnAll());
        this.settled = new SettledPolicy(study.config().stoppingRules());
        this.log = new TrainingLog(context.stochastic().openings(), passes);
        this.walk = new Walk(study);
        this.keeper = new CheckpointKeeper(context, ownership, passes);
        if (null != start)
        {
            restore(start, templates);
        }
        this.problems = new StageProblems(templates, pools, initial, context.solvers());
        this.work = new WorkLog(study, problems);
        for (int lane = 0; lane < context.solvers().threads(); lane++)
        {
            lanes.add(lane(problems.lane(lane), new CutActivity(stages, selection.activityTolerance())));
        }
        this.threads = new LpThreads(lanes.size());
    }

    private List<CutPool> firstPools(final List<StageLp> templates, final int dimension)
    {
        final List<CutPool> cuts = context.startingCuts();
        return IntStream.range(0, templates.size()).mapToObj(stage ->
        {
            final FutureParts parts = templates.get(stage).layout().parts();
            if (cuts.isEmpty())
            {
                return new CutPool(study.stages().get(stage).id(), dimension, parts);
            }
            PolicyFit.checkMixing(cuts.get(stage), parts);
            return cuts.get(stage).copy(parts);
        }).toList();
    }

    private Lane lane(final StageProblems own, final CutActivity activity)
    {
        final ForwardSampler sampler = context.stochastic().trainingSampler();
        return new Lane(
            new ForwardPass(
                own,
                sampler,
                context.unitOrder(),
                new PathStart(sampler, initial, study.hydros().size()),
                walk,
                context.stochastic().openings().dimension()),
            new BackwardPass(
                own,
                context.stochastic().openings(),
                study.stages().stream().map(stage -> CvarMix.of(stage.risk())).toArray(RiskMeasure[]::new),
                selector.enabled() ? activity : null),
            activity);
    }

    private void restore(final Checkpoint start, final List<StageLp> templates)
    {
        start.check(templates, passes);
        iteration = start.head().iteration();
        boundSlot = start.boundSlot();
        settled.restore(start.settled());
        log.restore(start.rows(), pools);
        for (int position = 0; position < points.count(); position++)
        {
            for (int stage = 0; stage < templates.size(); stage++)
            {
                points.slot(position, stage, start.slot(stage, points.trial(position)));
            }
        }
    }

    /**
     * Train until a stopping rule holds or a stop is requested.
     *
     * @return the policy and how it came about; the same on all ranks.
     */
    public TrainingResult train()
    {
        times.opened(null == context.start() ? 0L : context.start().head().elapsedNs());
        if (iteration > 0)
        {
            decision[LOWER] = log.lowerBounds().get(iteration - 1);
            reason = stopping.reason(log.lowerBounds(), times.elapsedNs(), settled.held());
        }
        while (null == reason)
        {
            iteration++;
            times.iterationBegins();
            work.iterationBegins(iteration);
            walk.begin(iteration);
            forward();
            for (int step = walk.lastCut(); step > 0; step--)
            {
                backward(step);
            }
            selectCuts();
            bound();
            record();
        }
        return result();
    }

    private void forward()
    {
        points.clearCosts();
        double discount = 1.0;
        for (int step = 0; step < walk.steps(); step++)
        {
            forward(step, discount);
            discount *= walk.discount(step);
        }
        for (int position = 0; position < points.count(); position++)
        {
            exchange.own()[exchange.offset(position) + PATH_COST] = points.cost(position);
        }
        times.forwardDone();
        work.lap(Phase.FORWARD);
        if (0 == walk.lastCut())
        {
            exchange.gather();
            times.exchangeDone();
        }
    }

    private void forward(final int step, final double discount)
    {
        final int[] order = context.unitOrder().positions(points.natural());
        threads.run(order.length, (lane, unit) ->
            lanes.get(lane).forward().walk(iteration, step, discount, points, order[unit]));
    }

    private void backward(final int step)
    {
        final int stage = walk.stage(step);
        final int before = walk.stage(step - 1);
        final int[] order = context.unitOrder().positions(points.natural());
        threads.run(order.length, (lane, unit) -> makeCut(lane, step, order[unit]));
        times.backwardDone();
        work.lap(Phase.BACKWARD, stage);
        exchange.gather();
        for (int trial = 0; trial < passes; trial++)
        {
            addCuts(pools.get(before), trial);
            if (keepsStates)
            {
                visited.add(before, exchange.all(), exchange.offsetOf(trial) + stateAt);
            }
        }
        times.exchangeDone();
    }

    private void addCuts(final CutPool pool, final int trial)
    {
        final boolean whole = 0 == pool.parts().openings();
        for (int index = 0; index < pool.parts().cuts(); index++)
        {
            final int cut = exchange.offsetOf(trial) + CUT + index * (1 + pool.dimension());
            pool.add(
                exchange.all()[cut], exchange.all(), cut + 1, iteration, trial, whole ? CutRows.WHOLE : index);
        }
    }

    private void makeCut(final int lane, final int step, final int position)
    {
        final int stage = walk.stage(step);
        final StageInstance instance = problems.lane(lane).stage(stage);
        instance.refresh();
        context.unitOrder().beforeUnit(instance);
        final BackwardPass backward = lanes.get(lane).backward();
        final double[] state = points.state(position, step - 1);
        backward.solveOpenings(iteration, stage, points.trial(position), state, points.slot(position, stage));
        backward.cuts(stage, walk.stage(step - 1), state, exchange.own(), exchange.offset(position) + CUT);
        if (keepsStates)
        {
            System.arraycopy(state, 0, exchange.own(), exchange.offset(position) + stateAt, state.length);
        }
    }

    private void selectCuts()
    {
        if (selector.due(iteration))
        {
            shareActivity();
            selector.select(iteration);
            times.exchangeDone();
        }
    }

    private void bound()
    {
        if (0 == communicator.rank())
        {
            problems.stage(0).refresh();
            final BackwardPass backward = lanes.get(0).backward();
            backward.solveOpenings(iteration, 0, 0, initial, boundSlot);
            final double lower = backward.value(0) * StageLp.COST_SCALE;
            times.boundDone();
            work.lap(Phase.LOWER_BOUND, 0);
            decision[LOWER] = lower;
        }
        final Set<StoppingRule> held = settled.due(iteration) ? simulate() : settled.skip();
        times.boundDone();
        if (0 == communicator.rank())
        {
            final TerminationReason found = decide(held);
            decision[REASON] = code(found);
            decision[SAVE] = keeper.due(iteration, found, times.elapsedNs()).ordinal();
        }
        share();
        times.exchangeDone();
        reason = decision[REASON] < 0.0 ? null : TerminationReason.values()[(int) decision[REASON]];
    }

    private void share()
    {
        if (communicator.size() > 1)
        {
            communicator.broadcast(decision, 0);
        }
    }

    private Set<StoppingRule> simulate()
    {
        share();
        return settled.test(log.lowerBoundsWith(decision[LOWER]), (replications) ->
        {
            final StageMeans means = new StageMeans(study.stageCount(), replications, communicator);
            try (Simulator simulator = new Simulator(
                study, context.stochastic(), policy(Double.NaN), communicator, context.solvers()))
            {
                simulator.simulate(replications, means);
            }
            return means.gather();
        });
    }

    private TerminationReason decide(final Set<StoppingRule> held)
    {
        final TerminationReason found =
            stopping.reason(log.lowerBoundsWith(decision[LOWER]), times.elapsedNs(), held);
        return null == found && context.stopRequested().getAsBoolean() ? TerminationReason.SHUTDOWN : found;
    }

    private static double code(final TerminationReason reason)
    {
        return null == reason ? -1.0 : reason.ordinal();
    }

    private void record()
    {
        final Moments moments = new Moments();
        for (int trial = 0; trial < passes; trial++)
        {
            moments.add(exchange.all()[exchange.offsetOf(trial) + PATH_COST]);
        }
        final IterationRecord row = log.add(iteration, walk, decision[LOWER], moments, pools, times);
        final SolveCounts now = problems.counts();
        times.iterationEnds(iteration, now.since(counted), points.count());
        counted = now;
        save(CheckpointKeeper.Target.values()[(int) decision[SAVE]]);
        context.listener().iteration(row);
    }

    private void save(final CheckpointKeeper.Target target)
    {
        if (CheckpointKeeper.Target.NONE != target)
        {
            shareActivity();
            keeper.save(
                target, points, boundSlot, pools, keepsStates ? visited : null, settled.costs(), log.rows(), times);
        }
    }

    private void shareActivity()
    {
        if (selector.enabled())
        {
            final CutActivity activity = lanes.get(0).activity();
            lanes.stream().skip(1).forEach((lane) -> activity.take(lane.activity()));
            activity.share(communicator, pools);
        }
    }

    private Policy policy(final double upper)
    {
        final PolicyInfo info = new PolicyInfo(
            study.fingerprint(),
            problems.solverName(),
            iteration,
            passes,
            initial.length,
            context.stochastic().lags().slots(),
            study.config().treeSeed(),
            decision[LOWER],
            upper,
            templates().map(StageLp::futureCostFloor).toList());
        return new Policy(info, pools, study.config().exportStates() ? visited.copy(study.stages()) : List.of());
    }

    private Stream<StageLp> templates()
    {
        return IntStream.range(0, study.stageCount()).mapToObj(stage -> problems.stage(stage).lp());
    }

    private double innerBound()
    {
        return new InnerBound(
            study, templates().toList(), context.stochastic().openings(), visited, communicator, context.solvers())
            .evaluate(initial);
    }

    private TrainingResult result()
    {
        shareActivity();
        final Policy policy = policy(study.config().hasInnerBound() ? innerBound() : Double.NaN);
        return new TrainingResult(
            policy,
            log.rows(),
            reason,
            policy.digest(),
            log.digest(),
            log.lpSolves(),
            times.elapsedNs(),
            times.gather(communicator, problems.counts().perThread(lanes.size())),
            new TrainingDetail(
                times.log().gather(communicator),
                work.gather(communicator, context.solvers().ladder().uses()),
                selector.removals()));
    }

    @Override
    public void close()
    {
        threads.close();
        problems.close();
    }
}
