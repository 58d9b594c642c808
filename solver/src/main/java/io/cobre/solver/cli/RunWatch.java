package io.cobre.solver.cli;

import io.cobre.engine.CobreVersion;
import io.cobre.solver.ProgressEvent;
import io.cobre.solver.command.OutputFormat;
import io.cobre.solver.command.Report;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tells of a run while it goes on: a live display for people, a line for each event in json-lines.
 */
final class RunWatch implements Consumer<ProgressEvent>, AutoCloseable
{
    private final Report report;
    private final LiveDisplay display;
    private final RunArguments arguments;

    RunWatch(final Report report, final String command, final RunArguments arguments)
    {
        this.report = report;
        this.arguments = arguments;
        this.display = report.format() == OutputFormat.TEXT && !report.quiet() && !report.isMuted() ?
            new LiveDisplay(System.err, Terminal.isErr(), System::nanoTime) : null;
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", command);
        fields.put("case", arguments.caseFolder().toAbsolutePath().normalize().toString());
        fields.put("num_workers", arguments.numWorkers());
        fields.put("cobre_version", CobreVersion.current());
        report.event("started", fields);
    }

    @Override
    public void accept(final ProgressEvent event)
    {
        report.event("progress", Results.progress(event));
        if (display != null)
        {
            display.accept(event);
        }
    }

    @Override
    public void close()
    {
        if (display != null)
        {
            display.close();
        }
        arguments.close();
    }
}
