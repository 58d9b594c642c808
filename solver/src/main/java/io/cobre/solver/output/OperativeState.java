package io.cobre.solver.output;

/**
 * What a plant or a line did, as a code of the tables.
 */
enum OperativeState
{
    /** It does not exist in the stage, or nothing is possible. */
    DEACTIVATED(0),
    /** It is available. */
    OPERATING(2),
    /** It is at its upper limit. */
    SATURATED(3);

    private final int code;

    OperativeState(final int code)
    {
        this.code = code;
    }

    int code()
    {
        return code;
    }
}
