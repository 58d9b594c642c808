package io.cobre.solver.cli;

import io.cobre.solver.Cobre;
import io.cobre.solver.TrainOptions;
import io.cobre.solver.TrainingResult;
import io.cobre.solver.command.Report;
import io.cobre.solver.command.Subcommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code cobre train}.
 */
@Command(
    name = "train",
    description = "Train a policy for a case and write it with the history of its bounds.",
    footer = {"", "Examples:", "  cobre train examples/four-regions --num-workers 2 --iterations 32",
        "  cobre train examples/four-regions --override training.cut_formulation=multi",
        "  cobre train examples/four-regions --num-workers 2 --checkpoint",
        "  cobre train examples/four-regions --num-workers 3 --resume --iterations 64"})
public final class TrainCommand implements Subcommand
{
    @Mixin
    private RunArguments arguments;

    @Mixin
    private TrainArguments training;

    @Override
    public void run(final Report report)
    {
        final Interrupts interrupts = Interrupts.install();
        final TrainOptions options = training.apply(arguments.apply(new TrainOptions(), report));
        options.stopRequested(interrupts::requested);
        final TrainingResult result;
        try (RunWatch watch = new RunWatch(report, "train", arguments))
        {
            result = Cobre.train(arguments.caseFolder(), options.progressCallback(watch));
        }
        Results.training(result, report);
        interrupts.report(report);
    }
}
