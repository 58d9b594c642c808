package io.cobre.solver.cli;

import io.cobre.engine.BackendKind;
import io.cobre.engine.control.RankEnvironment;
import io.cobre.engine.launch.LaunchListener;
import io.cobre.engine.launch.LaunchResult;
import io.cobre.engine.launch.LaunchSpec;
import io.cobre.engine.launch.ProcessLauncher;
import io.cobre.engine.launch.RankOutcome;
import io.cobre.solver.command.ProfileLine;
import io.cobre.solver.command.Report;
import io.cobre.solver.command.Subcommand;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationRecord;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code cobre launch}.
 */
@Command(
    name = "launch",
    description = "Start N processes of any program that takes its rank from Communicators.fromEnvironment(), and " +
        "what they need to reach each other.",
    footer = {"", "Example:", "  cobre launch -n 4 --backend shm -- java -cp mine.jar com.example.Strategies"})
public final class LaunchCommand implements Subcommand
{
    @Option(names = {"-n", "--num-workers"}, paramLabel = "N", required = true, description = "Processes to start.")
    private int size;

    @Option(names = "--backend", paramLabel = "KIND",
        description = "How they reach each other: auto (default: shm), shm, tcp. COBRE_COMM_BACKEND says it, too.")
    private String backend;

    @Option(names = "--profile", paramLabel = "KIND", description = ProfileLine.DESCRIPTION)
    private String profile;

    @Option(names = "--output", paramLabel = "DIR",
        description = "Where diagnostics of a failure go; nowhere by default.")
    private Path output;

    @Parameters(paramLabel = "COMMAND", arity = "1..*", description = "Program and arguments, after --.")
    private List<String> command;

    @Override
    public void run(final Report report)
    {
        final Interrupts interrupts = Interrupts.install("stopping the ranks");
        final BackendKind requested = RunArguments.backend(backend, System.getenv());
        final BackendKind kind = requested == BackendKind.AUTO ? BackendKind.SHM : requested;
        final LaunchSpec spec = new LaunchSpec()
            .size(size)
            .backend(kind)
            .profile(ProfileLine.choose(profile, kind, size, report))
            .command(command)
            .inheritsOutput(true)
            .diagnosticsDirectory(output)
            .stopUrgency(() -> interrupts.requested() ? 1 : -1)
            .listener(new LaunchListener()
            {
                @Override
                public void onStarted(final int rank, final long pid)
                {
                    report.event("started", Map.of("worker_id", rank, "pid", pid));
                }

                @Override
                public void onWarning(final String message)
                {
                    report.warning(new ValidationRecord(
                        SolverErrorKind.INCOMPATIBLE_SETTINGS, message, Map.of(), null));
                }
            });
        RankEnvironment.timeoutNs(System.getenv(), kind).ifPresent(spec::timeoutNs);
        final LaunchResult result = new ProcessLauncher(spec).run();
        report.data("backend", result.backend().id());
        report.data("workers", result.ranks().stream().map(LaunchCommand::row).toList());
    }

    private static Map<String, Object> row(final RankOutcome rank)
    {
        final Map<String, Object> row = new LinkedHashMap<>();
        row.put("rank", rank.rank());
        row.put("pid", rank.pid());
        row.put("wall_time_ms", rank.wallTimeMs());
        return row;
    }
}
