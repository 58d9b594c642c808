package io.cobre.bench.jmh;

import io.cobre.solver.command.Report;
import io.cobre.solver.command.Subcommand;
import org.openjdk.jmh.Main;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code cobre bench jmh}.
 */
@Command(
    name = "jmh",
    description = "Run the JMH micro-benchmarks; everything after -- goes to JMH.",
    footer = {"", "Example:", "  cobre bench jmh -- Codec -f 1 -wi 3 -i 5"})
public final class JmhCommand implements Subcommand
{
    @Parameters(paramLabel = "ARG", arity = "0..*", description = "Benchmark names and options of JMH.")
    private List<String> arguments = new ArrayList<>();

    @Override
    public void run(final Report report) throws Exception
    {
        Main.main(arguments.toArray(new String[0]));
    }
}
