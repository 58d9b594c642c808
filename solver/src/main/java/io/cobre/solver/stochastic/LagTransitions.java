package io.cobre.solver.stochastic;

import java.util.List;

import io.cobre.solver.study.RecentObservation;
import io.cobre.solver.study.ScenarioData;
import io.cobre.solver.study.Stage;

/**
 * How the inflow memory of the hydros changes over a stage: a linear map of the old memory and the realised inflow.
 * <p>
 * The memory of a hydro is a row of slots. The first ones are the lagged inflows of the model, the most recent first,
 * each the mean over one season period. If stages are shorter than their periods, two slots follow: the weighted sum
 * of the period under way, and that of the period after it. Where stages become longer than before (months, then
 * quarters), one slot follows for each of the longer periods before that point. All weights are known beforehand, so
 * a cut on the memory is a row of the stage problem with the coefficients given here.
 * <p>
 * Memory arrays hold slot * hydros + hydro.
 */
public final class LagTransitions
{
    private final int hydros;
    private final int slots;
    private final double[] initial;
    private final LagStep[][] steps;

    private LagTransitions(final int hydros, final int slots, final double[] initial, final LagStep[][] steps)
    {
        this.hydros = hydros;
        this.slots = slots;
        this.initial = initial;
        this.steps = steps;
    }

    /**
     * Transitions of a study.
     *
     * @param stages    study stages.
     * @param scenarios seasons, past and recent inflows.
     * @param hydros    number of hydros.
     * @param lags      longest order of the inflow model.
     * @return transitions with at least that many slots.
     */
    static LagTransitions of(
        final List<Stage> stages, final ScenarioData scenarios, final int hydros, final int lags)
    {
        final LagPlan plan = LagPlan.of(stages, scenarios, lags);
        final int slots = plan.slots();
        final double[] initial = new double[slots * hydros];
        final LagStep[][] steps = new LagStep[stages.size()][hydros];
        for (int h = 0; h < hydros; h++)
        {
            final LagTracker tracker = new LagTracker(plan, past(scenarios, h), recent(scenarios, h));
            for (int slot = 0; slot < slots; slot++)
            {
                initial[slot * hydros + h] = tracker.initial(slot);
            }
            for (int t = 0; t < steps.length; t++)
            {
                steps[t][h] = tracker.step(t);
            }
        }
        return new LagTransitions(hydros, slots, initial, steps);
    }

    /**
     * Numbers that are kept per hydro.
     *
     * @return at least the number of lags of the model, 0 without any.
     */
    public int slots()
    {
        return slots;
    }

    /**
     * Memory before the first stage, from past inflows and recent observations.
     *
     * @param memory destination.
     * @param offset of its first number.
     */
    public void initial(final double[] memory, final int offset)
    {
        System.arraycopy(initial, 0, memory, offset, initial.length);
    }

    /**
     * Memory after a stage.
     *
     * @param stage      index.
     * @param before     memory before the stage.
     * @param fromOffset of its first number.
     * @param inflow     realised, m3/s by hydro.
     * @param after      destination, another array or range.
     * @param toOffset   of its first number.
     */
    public void advance(
        final int stage,
        final double[] before,
        final int fromOffset,
        final double[] inflow,
        final double[] after,
        final int toOffset)
    {
        for (int h = 0; h < hydros; h++)
        {
            final LagStep step = steps[stage][h];
            for (int slot = 0; slot < slots; slot++)
            {
                double value = 0.0;
                for (int k = 0; k < step.terms(slot); k++)
                {
                    final int from = step.from(slot, k);
                    final double source = from == slots ? inflow[h] : before[fromOffset + from * hydros + h];
                    value += step.weight(slot, k) * source;
                }
                after[toOffset + slot * hydros + h] = value;
            }
        }
    }

    /**
     * Number of terms of a slot after a stage.
     *
     * @param stage index.
     * @param hydro index.
     * @param slot  after the stage.
     * @return 0 if the slot is empty then.
     */
    public int terms(final int stage, final int hydro, final int slot)
    {
        return steps[stage][hydro].terms(slot);
    }

    /**
     * Source of a term.
     *
     * @param stage index.
     * @param hydro index.
     * @param slot  after the stage.
     * @param term  from 0.
     * @return slot before the stage, or {@link #slots()} for the realised inflow of the stage.
     */
    public int termSource(final int stage, final int hydro, final int slot, final int term)
    {
        return steps[stage][hydro].from(slot, term);
    }

    /**
     * Coefficient of a term.
     *
     * @param stage index.
     * @param hydro index.
     * @param slot  after the stage.
     * @param term  from 0.
     * @return without unit.
     */
    public double termWeight(final int stage, final int hydro, final int slot, final int term)
    {
        return steps[stage][hydro].weight(slot, term);
    }

    private static double[] past(final ScenarioData scenarios, final int hydro)
    {
        final double[][] past = scenarios.inflow().past();
        return hydro < past.length && past[hydro] != null ? past[hydro] : new double[0];
    }

    private static List<RecentObservation> recent(final ScenarioData scenarios, final int hydro)
    {
        return scenarios.inflow().recent().stream().filter(r -> r.hydro() == hydro).toList();
    }

    static double share(final Period period, final Stage stage)
    {
        return period == null ? 0.0 : period.share(stage.startDate(), stage.endDate());
    }
}
