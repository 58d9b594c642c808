package io.cobre.solver.lp;

/**
 * The steps of the retry ladder, in their order. An instance is created for one of them.
 */
public enum LpAttempt
{
    /** As the LP contract says, from the basis of the unit. */
    WARM,
    /** As the LP contract says, from the logical basis. */
    COLD,
    /** From the logical basis, with presolve. */
    PRESOLVED,
    /** From the logical basis, by the primal simplex method. */
    PRIMAL,
    /** From the logical basis, with the scaling of the solver and tight tolerances. */
    SCALED,
    /** From the logical basis, with the other choice whether costs are perturbed. */
    PERTURBATION,
    /** By an interior point method and crossover to a basis. */
    INTERIOR
}
