package io.cobre.solver.cli;

import io.cobre.solver.TrainOptions;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/**
 * Arguments of training alone.
 */
final class TrainArguments
{
    private static final String USUAL = "";

    @Option(names = "--iterations", paramLabel = "N",
        description = "Stop after exactly N iterations, whatever config.json says about stopping.")
    private Integer iterations;

    @Option(names = "--checkpoint", paramLabel = "FILE", arity = "0..1", fallbackValue = USUAL,
        description = "Save the state of the training while it goes on, to FILE or, without FILE, to checkpoint.bin " +
            "in the output folder. How often: policy.checkpointing in config.json, else as often as it takes less " +
            "than a twentieth of the time. An interrupted training saves itself even without this.")
    private String checkpoint;

    @Option(names = "--resume", paramLabel = "FILE", arity = "0..1", fallbackValue = USUAL,
        description = "Go on from a checkpoint, with the bits of a training that never stopped, on any number of " +
            "workers. --iterations counts from the first iteration of all.")
    private String resume;

    @Option(names = "--max-restarts", paramLabel = "N",
        description = "Form the group of workers anew when one of them dies, at most N times (default 0). The bits " +
            "stay the same.")
    private int maxRestarts;

    TrainOptions apply(final TrainOptions options)
    {
        if (checkpoint != null)
        {
            place(checkpoint, options::checkpoint, options::checkpoint);
        }
        if (resume != null)
        {
            place(resume, options::resume, options::resume);
        }
        options.maxRestarts(maxRestarts);
        CountOption.check("--iterations", iterations);
        if (iterations != null)
        {
            options.configOverride(
                "training.stopping_rules", "[{\"type\": \"iteration_limit\", \"limit\": " + iterations + "}]");
        }
        return options;
    }

    private static void place(final String file, final Supplier<TrainOptions> usual, final Function<Path, ?> given)
    {
        if (file.isEmpty())
        {
            usual.get();
        }
        else
        {
            given.apply(Path.of(file));
        }
    }
}
