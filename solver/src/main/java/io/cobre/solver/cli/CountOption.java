package io.cobre.solver.cli;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationException;

/**
 * An option whose value is a number of things.
 */
final class CountOption
{
    private CountOption()
    {
    }

    /**
     * Refuse a number of nothing before anything is computed.
     *
     * @param option its name, with dashes.
     * @param value  as given, or null if it is not.
     */
    static void check(final String option, final Integer value)
    {
        if (value != null && value < 1)
        {
            throw new ValidationException(
                SolverErrorKind.OUT_OF_RANGE, option + " is " + value + ", at least 1 needed")
                .with("option", option)
                .with("value", value)
                .with("minimum", 1)
                .suggest("give a positive number");
        }
    }
}
