package io.cobre.solver.study.input;

/**
 * Allowed values of a number; infinite limits are none.
 *
 * @param min          smallest value.
 * @param minExclusive whether {@code min} itself is excluded.
 * @param max          largest value.
 * @param maxExclusive whether {@code max} itself is excluded.
 */
record Range(double min, boolean minExclusive, double max, boolean maxExclusive)
{
    static final Range ANY = new Range(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);
    static final Range NOT_NEGATIVE = atLeast(0);
    static final Range POSITIVE = new Range(0, true, Double.POSITIVE_INFINITY, false);
    static final Range FRACTION = between(0, 1);

    static Range atLeast(final double min)
    {
        return new Range(min, false, Double.POSITIVE_INFINITY, false);
    }

    static Range between(final double min, final double max)
    {
        return new Range(min, false, max, false);
    }

    boolean contains(final double value)
    {
        return Double.isFinite(value) &&
            (minExclusive ? value > min : value >= min) &&
            (maxExclusive ? value < max : value <= max);
    }

    String describe()
    {
        final String lower = min == Double.NEGATIVE_INFINITY ?
            "" : (minExclusive ? "greater than " : "at least ") + text(min);
        final String upper = max == Double.POSITIVE_INFINITY ?
            "" : (maxExclusive ? "less than " : "at most ") + text(max);
        if (lower.isEmpty() && upper.isEmpty())
        {
            return "finite";
        }
        return lower.isEmpty() || upper.isEmpty() ? lower + upper : lower + " and " + upper;
    }

    String remedy()
    {
        return "give a number that is " + describe();
    }

    private static String text(final double value)
    {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : "" + value;
    }
}
