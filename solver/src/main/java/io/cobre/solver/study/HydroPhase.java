package io.cobre.solver.study;

/**
 * What a hydro plant does in a stage.
 */
public enum HydroPhase
{
    /** Not built yet, or gone: water passes its site, its storage stays what it is. */
    ABSENT,
    /** The reservoir fills; nothing is turbined. */
    FILLING,
    /** The plant works. */
    OPERATING
}
