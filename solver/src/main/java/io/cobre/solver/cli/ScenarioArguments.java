package io.cobre.solver.cli;

import io.cobre.solver.SimulateOptions;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationException;
import picocli.CommandLine.Option;

/**
 * Arguments of simulation alone.
 */
final class ScenarioArguments
{
    @Option(names = "--scenarios", paramLabel = "N", description = "How many scenarios; by default as in config.json.")
    private Integer scenarios;

    boolean given()
    {
        return scenarios != null;
    }

    /**
     * Refuse a wrong number before anything is computed.
     */
    void check()
    {
        if (given() && scenarios < 1)
        {
            throw new ValidationException(
                SolverErrorKind.OUT_OF_RANGE, "--scenarios is " + scenarios + ", at least 1 needed")
                .with("option", "--scenarios")
                .with("value", scenarios)
                .with("minimum", 1)
                .suggest("give a positive number");
        }
    }

    SimulateOptions apply(final SimulateOptions options)
    {
        return scenarios == null ? options : options.scenarios(scenarios);
    }
}
