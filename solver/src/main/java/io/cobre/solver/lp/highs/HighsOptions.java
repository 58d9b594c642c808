package io.cobre.solver.lp.highs;

import io.cobre.solver.lp.LpAttempt;

/**
 * Options of an instance. Those of the LP contract make a solve a function of model and basis: one thread, no clock,
 * no scaling (it survives a clear and depends on history), no presolve. The perturbation of costs stays on, as
 * without it the dual simplex method can cycle; a limit of iterations is set in any case.
 */
final class HighsOptions
{
    private static final int DUAL_SIMPLEX = 1;
    private static final int PRIMAL_SIMPLEX = 4;
    private static final int DEVEX = 1;
    private static final int EQUILIBRATION = 2;
    private static final double TIGHT_TOLERANCE = 1e-9;

    private HighsOptions()
    {
    }

    static void apply(final long highs, final LpAttempt attempt)
    {
        HighsLp.check(HighsCalls.Highs_setBoolOptionValue(highs, "output_flag", 0), "output_flag");
        set(highs, "solver", "simplex");
        set(highs, "simplex_strategy", DUAL_SIMPLEX);
        set(highs, "presolve", "off");
        set(highs, "threads", 1);
        set(highs, "parallel", "off");
        set(highs, "simplex_dual_edge_weight_strategy", DEVEX);
        set(highs, "simplex_scale_strategy", 0);
        set(highs, "random_seed", 0);
        set(highs, "time_limit", Double.POSITIVE_INFINITY);
        vary(highs, attempt);
    }

    static void limitIterations(final long highs, final int limit)
    {
        set(highs, "simplex_iteration_limit", limit);
    }

    private static void vary(final long highs, final LpAttempt attempt)
    {
        switch (attempt)
        {
            case WARM, COLD ->
            {
            }
            case PRESOLVED -> set(highs, "presolve", "on");
            case PRIMAL -> set(highs, "simplex_strategy", PRIMAL_SIMPLEX);
            case SCALED ->
            {
                set(highs, "simplex_scale_strategy", EQUILIBRATION);
                set(highs, "primal_feasibility_tolerance", TIGHT_TOLERANCE);
                set(highs, "dual_feasibility_tolerance", TIGHT_TOLERANCE);
            }
            case PERTURBATION -> set(highs, "dual_simplex_cost_perturbation_multiplier", 0.0);
            case INTERIOR ->
            {
                set(highs, "solver", "ipm");
                set(highs, "run_crossover", "on");
            }
            default -> throw new IllegalArgumentException(attempt + " has no options");
        }
    }

    private static void set(final long highs, final String option, final String value)
    {
        HighsLp.check(HighsCalls.Highs_setStringOptionValue(highs, option, value), option);
    }

    private static void set(final long highs, final String option, final int value)
    {
        HighsLp.check(HighsCalls.Highs_setIntOptionValue(highs, option, value), option);
    }

    private static void set(final long highs, final String option, final double value)
    {
        HighsLp.check(HighsCalls.Highs_setDoubleOptionValue(highs, option, value), option);
    }
}
