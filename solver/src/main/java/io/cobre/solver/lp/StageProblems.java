package io.cobre.solver.lp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.cobre.solver.stochastic.StochasticModel;
import io.cobre.solver.study.Study;

/**
 * The LPs of all stages in native solvers, for one thread; the first of a rank's threads has those of the others, too.
 */
public final class StageProblems implements AutoCloseable
{
    /** Future costs up to this power of two stay in k$. */
    private static final int FUTURE_COST_EXPONENT = 12;

    private final List<StageInstance> instances = new ArrayList<>();
    private final List<StageProblems> others = new ArrayList<>();

    /**
     * Make the instances; solves the base basis of every stage.
     *
     * @param templates by stage.
     * @param cuts      by stage.
     * @param initial   state at the beginning of the study.
     * @param source    makes native solvers.
     */
    public StageProblems(
        final List<StageLp> templates,
        final List<? extends CutRows> cuts,
        final double[] initial,
        final LpSource source)
    {
        try
        {
            final BasisSlot[] bases = new BasisSlot[templates.size()];
            final double[] objectives = new double[templates.size()];
            for (int stage = 0; stage < templates.size(); stage++)
            {
                bases[stage] = new BasisSlot();
                objectives[stage] = StageInstance.baseBasis(templates.get(stage), initial, source, bases[stage]);
            }
            final double terminal = terminal(templates.get(0).study(), objectives, cuts.get(cuts.size() - 1), initial);
            for (int stage = 0; stage < templates.size(); stage++)
            {
                final StageLp lp =
                    templates.get(stage).withFutureCostScale(futureCostScale(objectives, stage, terminal));
                instances.add(new StageInstance(lp, cuts.get(stage), bases[stage], source));
            }
            for (int lane = 1; lane < source.threads(); lane++)
            {
                others.add(new StageProblems(this));
            }
        }
        catch (final RuntimeException | Error e)
        {
            close();
            throw e;
        }
    }

    private static double terminal(
        final Study study, final double[] objectives, final CutRows cuts, final double[] initial)
    {
        if (!study.scenarios().calendar().isCyclic())
        {
            return value(cuts, initial);
        }
        double round = 0.0;
        for (int stage = study.scenarios().calendar().next(); stage < objectives.length; stage++)
        {
            round += Math.abs(objectives[stage]);
        }
        return round / (1.0 - study.cycleDiscount());
    }

    private StageProblems(final StageProblems first)
    {
        try
        {
            first.instances.forEach((instance) -> instances.add(instance.another()));
        }
        catch (final RuntimeException | Error e)
        {
            close();
            throw e;
        }
    }

    /**
     * The LPs of one thread.
     *
     * @param index of the thread, below the number of threads of the source; 0 is this.
     * @return to be used by that thread alone.
     */
    public StageProblems lane(final int index)
    {
        return 0 == index ? this : others.get(index - 1);
    }

    private static double value(final CutRows cuts, final double[] state)
    {
        double most = 0 == cuts.populated() ? 0.0 : Double.NEGATIVE_INFINITY;
        for (int slot = 0; slot < cuts.populated(); slot++)
        {
            double value = cuts.intercept(slot);
            for (int index = 0; index < state.length; index++)
            {
                value += cuts.coefficient(slot, index) * state[index];
            }
            most = Math.max(most, value);
        }
        return Math.abs(most);
    }

    /**
     * Unit of future cost of a stage, from what the later stages cost at the initial state without noise and what
     * cuts say about the time after the last one.
     */
    private static double futureCostScale(final double[] objectives, final int stage, final double terminal)
    {
        double sum = terminal;
        for (int later = stage + 1; later < objectives.length; later++)
        {
            sum += Math.abs(objectives[later]);
        }
        return Math.scalb(1.0, Math.max(0, Math.getExponent(sum) - FUTURE_COST_EXPONENT));
    }

    /**
     * Build the templates of a study.
     *
     * @param study      the case.
     * @param stochastic its random part.
     * @return by stage.
     */
    public static List<StageLp> templates(final Study study, final StochasticModel stochastic)
    {
        return templates(study, stochastic, 0.0);
    }

    /**
     * Build the templates of a study after whose last stage money may be earned.
     *
     * @param study      the case.
     * @param stochastic its random part.
     * @param endFloor   least cost after the last stage of a finite horizon, k$; not positive.
     * @return by stage.
     */
    public static List<StageLp> templates(
        final Study study, final StochasticModel stochastic, final double endFloor)
    {
        final List<StageLp> templates = new ArrayList<>();
        for (int stage = 0; stage < study.stageCount(); stage++)
        {
            templates.add(new StageLp(study, stage, stochastic, endFloor * StageLp.COST_SCALE));
        }
        return List.copyOf(templates);
    }

    /**
     * State at the beginning of a study: initial storages, then the memory of inflows.
     *
     * @param study      the case.
     * @param stochastic its random part.
     * @return a new array.
     */
    public static double[] initialState(final Study study, final StochasticModel stochastic)
    {
        final int hydros = study.hydros().size();
        final double[] state = Arrays.copyOf(study.initialStorage(), hydros * (1 + stochastic.lags().slots()));
        stochastic.lags().initial(state, hydros);
        return state;
    }

    /**
     * Name and version of the native solver.
     *
     * @return one line.
     */
    public String solverName()
    {
        return instances.get(0).solverName();
    }

    /**
     * The instance of a stage.
     *
     * @param index of the stage.
     * @return the instance.
     */
    public StageInstance stage(final int index)
    {
        return instances.get(index);
    }

    /**
     * Number of stages.
     *
     * @return at least 1.
     */
    public int stageCount()
    {
        return instances.size();
    }

    /**
     * Destroy and make again all native instances. Results do not depend on it.
     */
    public void rebuild()
    {
        instances.forEach(StageInstance::rebuild);
    }

    /**
     * Solves so far.
     *
     * @return counts over all stages and threads.
     */
    public SolveCounts counts()
    {
        return IntStream.range(0, instances.size()).mapToObj(this::counts).reduce(SolveCounts.NONE, SolveCounts::plus);
    }

    /**
     * Solves of a stage so far.
     *
     * @param stage index.
     * @return counts over all threads.
     */
    public SolveCounts counts(final int stage)
    {
        return others.stream().map((other) -> other.counts(stage))
            .reduce(instances.get(stage).counts(), SolveCounts::plus);
    }

    @Override
    public void close()
    {
        instances.forEach(StageInstance::close);
        others.forEach(StageProblems::close);
    }
}
