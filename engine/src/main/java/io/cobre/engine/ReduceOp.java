package io.cobre.engine;

/**
 * Element-wise reduction. The fold starts with rank 0's value and goes in rank order, so that the result has the same
 * bits on every backend and with every strategy.
 */
public enum ReduceOp
{
    /** Addition; integers wrap; a NaN result is the canonical NaN. */
    SUM(1),
    /** As {@link Math#min(double, double)}. */
    MIN(2),
    /** As {@link Math#max(double, double)}. */
    MAX(3),
    /** Bitwise and, 64-bit integers only. */
    AND(4),
    /** Bitwise or, 64-bit integers only. */
    OR(5),
    /** Bitwise exclusive or, 64-bit integers only. */
    XOR(6);

    private final int code;

    ReduceOp(final int code)
    {
        this.code = code;
    }

    /**
     * Code on the wire.
     *
     * @return 1..6; 0 means an operation without reduction.
     */
    public int code()
    {
        return code;
    }
}
