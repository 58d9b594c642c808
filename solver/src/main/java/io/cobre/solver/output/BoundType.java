package io.cobre.solver.output;

/**
 * Kinds of limits; the position is the code of the dictionaries.
 */
enum BoundType
{
    STORAGE_MIN,
    STORAGE_MAX,
    TURBINED_MIN,
    TURBINED_MAX,
    OUTFLOW_MIN,
    OUTFLOW_MAX,
    GENERATION_MIN,
    GENERATION_MAX,
    FLOW_MIN,
    FLOW_MAX
}
