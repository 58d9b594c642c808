package io.cobre.solver.study;

/**
 * Quantities that a generic constraint may name.
 */
public enum GenericVariable
{
    /** Storage of a hydro at the end of the stage, hm3. */
    HYDRO_STORAGE,
    /** Turbined flow, m3/s. */
    HYDRO_TURBINED,
    /** Spilled flow, m3/s. */
    HYDRO_SPILLAGE,
    /** Diverted flow, m3/s. */
    HYDRO_DIVERSION,
    /** Turbined and spilled flow, m3/s. */
    HYDRO_OUTFLOW,
    /** Generation of a hydro, MW. */
    HYDRO_GENERATION,
    /** Evaporation, m3/s. */
    HYDRO_EVAPORATION,
    /** Withdrawal that is met, m3/s. */
    HYDRO_WITHDRAWAL,
    /** Generation of a thermal, MW. */
    THERMAL_GENERATION,
    /** Flow from source to target, MW. */
    LINE_DIRECT,
    /** Flow from target to source, MW. */
    LINE_REVERSE,
    /** Net flow from source to target, MW. */
    LINE_EXCHANGE,
    /** Deficit of a bus, all segments, MW. */
    BUS_DEFICIT,
    /** Excess of a bus, MW. */
    BUS_EXCESS,
    /** Pumped flow, m3/s. */
    PUMPING_FLOW,
    /** Power that a pumping station takes, MW. */
    PUMPING_POWER,
    /** Power that a contract brings, MW. */
    CONTRACT_IMPORT,
    /** Power that a contract takes, MW. */
    CONTRACT_EXPORT,
    /** Generation of a non-controllable source, MW. */
    NON_CONTROLLABLE_GENERATION,
    /** Available power of a non-controllable source that it does not generate, MW. */
    NON_CONTROLLABLE_CURTAILMENT
}
