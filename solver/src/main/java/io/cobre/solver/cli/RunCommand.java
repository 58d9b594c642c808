package io.cobre.solver.cli;

import io.cobre.solver.Cobre;
import io.cobre.solver.SimulateOptions;
import io.cobre.solver.SimulationResult;
import io.cobre.solver.TrainOptions;
import io.cobre.solver.TrainingResult;
import io.cobre.solver.command.Report;
import io.cobre.solver.command.Subcommand;
import io.cobre.solver.study.input.ValidationResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code cobre run}.
 */
@Command(
    name = "run",
    description = "Train a policy, then simulate it: the same bits as train followed by simulate.",
    footer = {"", "Example:", "  cobre run examples/two-reservoirs --num-workers 2 --scenarios 100"})
public final class RunCommand implements Subcommand
{
    @Mixin
    private RunArguments arguments;

    @Mixin
    private TrainArguments training;

    @Mixin
    private ScenarioArguments scenarios;

    @Override
    public void run(final Report report)
    {
        final Interrupts interrupts = Interrupts.install();
        scenarios.check();
        final ValidationResult validation = Cobre.validate(arguments.caseFolder(), arguments.overrides());
        if (validation.valid() && !validation.study().config().trainingEnabled())
        {
            SimulateCommand.run(report, "run", arguments, scenarios, (options) ->
                Cobre.simulate(arguments.caseFolder(), options));
            return;
        }
        final TrainOptions options = training.apply(arguments.apply(new TrainOptions(), report));
        options.stopRequested(interrupts::requested);
        try (RunWatch watch = new RunWatch(report, "run", arguments))
        {
            final TrainingResult trained = Cobre.train(arguments.caseFolder(), options.progressCallback(watch));
            Results.training(trained, report);
            if (!interrupts.requested() && wantsSimulation(validation))
            {
                interrupts.urgent();
                final SimulateOptions simulation = arguments.apply(new SimulateOptions(), report);
                simulation.warningCallback((warning) ->
                {
                });
                final SimulationResult simulated = Cobre.simulate(
                    arguments.caseFolder(), trained.policy(), scenarios.apply(simulation).progressCallback(watch));
                Results.simulation(simulated, report);
            }
        }
        interrupts.report(report);
    }

    private boolean wantsSimulation(final ValidationResult validation)
    {
        return scenarios.given() || validation.valid() && validation.study().config().simulationEnabled();
    }
}
