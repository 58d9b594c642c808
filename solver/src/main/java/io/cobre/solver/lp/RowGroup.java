package io.cobre.solver.lp;

/**
 * Families of template rows of a stage LP, in the order in which they stand in the model; cuts follow them.
 */
public enum RowGroup
{
    /** Incoming storage equals the state, by hydro. Its dual is a coefficient of the cut. */
    STORAGE_FIXING,
    /** Incoming lag equals the state, by lag and hydro. Its dual is a coefficient of the cut. */
    LAG_FIXING,
    /** Realised inflow by hydro: autoregression, base and noise. */
    INFLOW,
    /** Water balance by hydro; by hydro and block where blocks follow each other. */
    WATER_BALANCE,
    /** Load balance by bus and block. */
    LOAD_BALANCE,
    /** Hyperplane by plane of all such hydros and block. */
    HEAD_PLANE,
    /** Evaporation law by evaporating hydro. */
    EVAPORATION,
    /** Minimum outflow by hydro with a minimum and block. */
    MIN_OUTFLOW,
    /** Maximum outflow by hydro with a maximum and block. */
    MAX_OUTFLOW,
    /** Minimum turbined flow by hydro with a minimum and block. */
    MIN_TURBINED,
    /** Minimum generation by hydro with a minimum and block. */
    MIN_GENERATION,
    /** Generic constraint by active row. */
    GENERIC,
    /** Minimum storage by hydro with a slack for it and balance of the water. */
    MIN_STORAGE,
    /** Target of a filling reservoir by hydro with a target. */
    FILLING_TARGET,
    /** Future cost from the costs after the openings of the next stage, where cuts are made by opening. */
    FUTURE_COST,
    /** Cost above the level of the tail by opening of the next stage, where such a future cost is risk-averse. */
    TAIL_EXCESS
}
