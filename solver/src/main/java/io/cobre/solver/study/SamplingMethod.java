package io.cobre.solver.study;

/**
 * How the noise of a stage is drawn.
 */
public enum SamplingMethod
{
    /** Independent random numbers. */
    SAA,
    /** Latin hypercube. */
    LHS,
    /** Scrambled Sobol points. */
    QMC_SOBOL,
    /** Scrambled Halton points. */
    QMC_HALTON,
    /** Residuals of the inflow model in historical windows. */
    HISTORICAL_RESIDUALS
}
