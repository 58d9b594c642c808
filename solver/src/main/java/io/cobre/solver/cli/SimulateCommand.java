package io.cobre.solver.cli;

import io.cobre.solver.Cobre;
import io.cobre.solver.SimulateOptions;
import io.cobre.solver.SimulationResult;
import io.cobre.solver.command.Report;
import io.cobre.solver.command.Subcommand;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code cobre simulate}.
 */
@Command(
    name = "simulate",
    description = "Follow a trained policy through many scenarios.",
    footer = {"", "Example:",
        "  cobre simulate examples/two-reservoirs --policy examples/two-reservoirs/output/policy --scenarios 100"})
public final class SimulateCommand implements Subcommand
{
    @Mixin
    private RunArguments arguments;

    @Option(names = "--policy", paramLabel = "DIR",
        description = "The policy folder that training wrote; by default policy in the output folder, or what " +
            "config.json says.")
    private Path policy;

    @Mixin
    private ScenarioArguments scenarios;

    @Override
    public void run(final Report report)
    {
        run(report, "simulate", arguments, scenarios, (options) -> policy == null ?
            Cobre.simulate(arguments.caseFolder(), options) :
            Cobre.simulate(arguments.caseFolder(), policy, options));
    }

    /**
     * Simulate and report.
     */
    static void run(
        final Report report,
        final String command,
        final RunArguments arguments,
        final ScenarioArguments scenarios,
        final Function<SimulateOptions, SimulationResult> simulate)
    {
        Interrupts.install().urgent();
        final SimulateOptions options = scenarios.apply(arguments.apply(new SimulateOptions(), report));
        final SimulationResult result;
        try (RunWatch watch = new RunWatch(report, command, arguments))
        {
            result = simulate.apply(options.progressCallback(watch));
        }
        Results.simulation(result, report);
        Results.simulationRun(result, report);
    }
}
