package io.cobre.solver.cli;

import io.cobre.solver.SimulateOptions;
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
        CountOption.check("--scenarios", scenarios);
    }

    SimulateOptions apply(final SimulateOptions options)
    {
        return scenarios == null ? options : options.scenarios(scenarios);
    }
}
