package io.cobre.solver.lp;

/**
 * Families of columns of a stage LP, in the order in which they stand in the model.
 */
public enum ColumnGroup
{
    /** Outgoing storage by hydro, hm3. */
    STORAGE,
    /** Incoming lag by lag and hydro (lag-major, lag 0 the most recent), m3/s. */
    LAG,
    /** Realised inflow by hydro, m3/s. */
    INFLOW,
    /** Incoming storage by hydro, hm3. */
    INCOMING,
    /** Future cost, k$, undiscounted. */
    FUTURE_COST,
    /** Turbined flow by hydro and block, m3/s. */
    TURBINED,
    /** Spilled flow by hydro and block, m3/s. */
    SPILLED,
    /** Diverted flow by diverting hydro and block, m3/s. */
    DIVERTED,
    /** Generation by thermal and block, MW. */
    THERMAL,
    /** Flow from source to target by line and block, MW. */
    LINE_DIRECT,
    /** Flow from target to source by line and block, MW. */
    LINE_REVERSE,
    /** Deficit by segment of all buses and block, MW. */
    DEFICIT,
    /** Excess by bus and block, MW. */
    EXCESS,
    /** Inflow slack by hydro, m3/s. */
    INFLOW_SLACK,
    /** Generation by hydro with hyperplanes and block, MW. */
    HEAD_GENERATION,
    /** Evaporation by evaporating hydro, m3/s. */
    EVAPORATION,
    /** Evaporation short of the linear law, by evaporating hydro, m3/s. */
    EVAPORATION_BELOW,
    /** Evaporation beyond the linear law, by evaporating hydro, m3/s. */
    EVAPORATION_ABOVE,
    /** Withdrawal not met, by hydro with withdrawal, m3/s. */
    WITHDRAWAL_BELOW,
    /** Withdrawal exceeded, by hydro with withdrawal, m3/s. */
    WITHDRAWAL_ABOVE,
    /** Outflow below its minimum, by hydro with a minimum and block, m3/s. */
    OUTFLOW_BELOW,
    /** Outflow above its maximum, by hydro with a maximum and block, m3/s. */
    OUTFLOW_ABOVE,
    /** Turbined flow below its minimum, by hydro with a minimum and block, m3/s. */
    TURBINED_BELOW,
    /** Generation below its minimum, by hydro with a minimum and block, MW. */
    GENERATION_BELOW,
    /** Generation by non-controllable source and block, MW. */
    NON_CONTROLLABLE,
    /** Slack by row of a generic constraint that adds to its left side. */
    GENERIC_PLUS,
    /** Slack by row of a generic constraint that takes from its left side. */
    GENERIC_MINUS,
    /** Storage at the end of each block but the last, by hydro and block, where blocks follow each other, hm3. */
    BLOCK_STORAGE,
    /** Storage below its minimum, by hydro with such a slack and balance of the water, hm3. */
    STORAGE_BELOW,
    /** Storage below the target of a filling reservoir, by hydro with a target, hm3. */
    FILLING_BELOW,
    /** Power by contract and block, MW. */
    CONTRACT,
    /** Pumped flow by station and block, m3/s. */
    PUMPED,
    /** Future cost after each opening of the next stage, where cuts are made by opening, k$, undiscounted. */
    FUTURE_COST_PART,
    /** Level above which the cost after an opening belongs to the tail, where such a future cost is risk-averse, k$. */
    TAIL_LEVEL,
    /** Cost above that level by opening of the next stage, k$. */
    TAIL_EXCESS
}
