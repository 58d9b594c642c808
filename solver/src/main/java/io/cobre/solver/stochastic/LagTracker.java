package io.cobre.solver.stochastic;

import java.util.List;

import io.cobre.solver.study.RecentObservation;
import io.cobre.solver.study.Stage;

/**
 * Walks one hydro through the stages and keeps the weights that the sums in its memory have reached.
 */
final class LagTracker
{
    private final LagPlan plan;
    private final int lags;
    private final int inflow;
    private final double[] initial;
    private final double[][] windowWeight;
    private double weight;
    private double nextWeight;

    LagTracker(final LagPlan plan, final double[] past, final List<RecentObservation> recent)
    {
        this.plan = plan;
        this.lags = plan.lags();
        this.inflow = plan.slots();
        this.initial = new double[plan.slots()];
        System.arraycopy(past, 0, initial, 0, Math.min(past.length, lags));
        windowWeight = new double[plan.coarsenings().size()][lags];
        if (plan.partial())
        {
            observe(recent);
        }
        remember(past);
    }

    double initial(final int slot)
    {
        return initial[slot];
    }

    /** Map of the next stage; to be called for every stage in order. */
    LagStep step(final int t)
    {
        final LagStep step = new LagStep(plan.slots());
        final Stage stage = plan.stage(t);
        final boolean last = plan.periods().last(t);
        final double share = LagTransitions.share(plan.periods().period(t), stage);
        final double spill = LagTransitions.share(plan.periods().next(t), stage);
        final int coarsening = coarseningAt(t);
        for (int l = 0; l < lags; l++)
        {
            if (coarsening >= 0 && windowTotal(coarsening, l, stage) > 0.0)
            {
                completeWindow(step, coarsening, l, stage);
            }
            else
            {
                shiftLag(step, l, last, share);
            }
            step.done();
        }
        if (plan.partial())
        {
            accumulate(step, last, share, spill);
        }
        for (int c = 0; c < windowWeight.length; c++)
        {
            collect(step, c, t, stage);
        }
        return step;
    }

    private void shiftLag(final LagStep step, final int lag, final boolean last, final double share)
    {
        if (!last)
        {
            step.plus(1.0, lag);
        }
        else if (lag > 0)
        {
            step.plus(1.0, lag - 1);
        }
        else if (weight == 0.0)
        {
            step.plus(1.0, inflow);
        }
        else
        {
            final double total = weight + share;
            step.plus(1.0 / total, lags).plus(share / total, inflow);
        }
    }

    private void accumulate(final LagStep step, final boolean last, final double share, final double spill)
    {
        final int sum = lags;
        final int next = lags + 1;
        if (last)
        {
            step.plus(1.0, next).plus(spill, inflow).done();
            step.done();
            weight = nextWeight + spill;
            nextWeight = 0.0;
        }
        else
        {
            step.plus(1.0, sum).plus(share, inflow).done();
            step.plus(1.0, next).plus(spill, inflow).done();
            weight += share;
            nextWeight += spill;
        }
    }

    private void collect(final LagStep step, final int c, final int t, final Stage stage)
    {
        final LagPlan.Coarsening coarsening = plan.coarsenings().get(c);
        for (int l = 0; l < lags; l++)
        {
            if (t < coarsening.stage())
            {
                final double share = LagTransitions.share(coarsening.windows().get(l), stage);
                step.plus(1.0, coarsening.firstSlot() + l).plus(share, inflow);
                windowWeight[c][l] += share;
            }
            step.done();
        }
    }

    private double windowTotal(final int c, final int lag, final Stage stage)
    {
        return windowWeight[c][lag] + LagTransitions.share(plan.coarsenings().get(c).windows().get(lag), stage);
    }

    private void completeWindow(final LagStep step, final int c, final int lag, final Stage stage)
    {
        final double total = windowTotal(c, lag, stage);
        final LagPlan.Coarsening coarsening = plan.coarsenings().get(c);
        step.plus(1.0 / total, coarsening.firstSlot() + lag);
        step.plus(LagTransitions.share(coarsening.windows().get(lag), stage) / total, inflow);
    }

    private int coarseningAt(final int t)
    {
        for (int c = 0; c < plan.coarsenings().size(); c++)
        {
            if (plan.coarsenings().get(c).stage() == t)
            {
                return c;
            }
        }
        return -1;
    }

    /** Observations inside the period of the first stage. */
    private void observe(final List<RecentObservation> recent)
    {
        final Period period = plan.periods().period(0);
        for (final RecentObservation observation : recent)
        {
            final double share = period.share(observation.startDate(), observation.endDate());
            initial[lags] += share * observation.value();
            weight += share;
        }
    }

    /** Past inflows inside the longer periods; they are one period of the first stage apart. */
    private void remember(final double[] past)
    {
        for (int c = 0; c < windowWeight.length; c++)
        {
            final LagPlan.Coarsening coarsening = plan.coarsenings().get(c);
            Period period = plan.periods().period(0);
            for (final double value : past)
            {
                period = period.before();
                for (int l = 0; l < lags; l++)
                {
                    final double share = coarsening.windows().get(l).share(period.start(), period.end());
                    initial[coarsening.firstSlot() + l] += share * value;
                    windowWeight[c][l] += share;
                }
            }
        }
    }
}
