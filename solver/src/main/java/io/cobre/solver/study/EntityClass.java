package io.cobre.solver.study;

/**
 * Classes of entities with noise of their own, in the order of the noise vector.
 */
public enum EntityClass
{
    /** Hydros. */
    INFLOW,
    /** Buses with stochastic load. */
    LOAD,
    /** Non-controllable sources with statistics. */
    NCS
}
