package io.cobre.solver.cli;

import io.cobre.solver.TrainOptions;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationException;
import picocli.CommandLine.Option;

/**
 * Arguments of training alone.
 */
final class TrainArguments
{
    @Option(names = "--iterations", paramLabel = "N",
        description = "Stop after exactly N iterations, whatever config.json says about stopping.")
    private Integer iterations;

    TrainOptions apply(final TrainOptions options)
    {
        if (iterations != null)
        {
            if (iterations < 1)
            {
                throw new ValidationException(
                    SolverErrorKind.OUT_OF_RANGE, "--iterations is " + iterations + ", at least 1 needed")
                    .with("option", "--iterations")
                    .with("value", iterations)
                    .with("minimum", 1)
                    .suggest("give a positive number");
            }
            options.configOverride(
                "training.stopping_rules", "[{\"type\": \"iteration_limit\", \"limit\": " + iterations + "}]");
        }
        return options;
    }
}
