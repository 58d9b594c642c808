package io.cobre.solver.lp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.cobre.solver.stochastic.StochasticModel;
import io.cobre.solver.study.Study;

/**
 * The LPs of all stages in native solvers, for one thread.
 */
public final class StageProblems implements AutoCloseable
{
    private final List<StageInstance> instances = new ArrayList<>();

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
            for (int stage = 0; stage < templates.size(); stage++)
            {
                final StageLp lp = templates.get(stage);
                final BasisSlot base = StageInstance.baseBasis(lp, initial, source);
                instances.add(new StageInstance(lp, cuts.get(stage), base, source));
            }
        }
        catch (final RuntimeException | Error e)
        {
            close();
            throw e;
        }
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
        final List<StageLp> templates = new ArrayList<>();
        for (int stage = 0; stage < study.stageCount(); stage++)
        {
            templates.add(new StageLp(study, stage, stochastic));
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
     * @return a count.
     */
    public long solves()
    {
        return instances.stream().mapToLong(StageInstance::solves).sum();
    }

    /**
     * Time in native solvers.
     *
     * @return nanoseconds.
     */
    public long solveNs()
    {
        return instances.stream().mapToLong(StageInstance::solveNs).sum();
    }

    @Override
    public void close()
    {
        instances.forEach(StageInstance::close);
    }
}
