package io.cobre.solver.cli;

import io.cobre.engine.CobreException;
import io.cobre.solver.command.Report;
import io.cobre.solver.command.Subcommand;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationException;
import io.cobre.solver.error.ValidationRecord;
import java.io.PrintStream;
import java.nio.channels.ClosedByInterruptException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Finds the subcommands, parses the command line, runs one of them and turns every outcome into an exit code.
 */
final class CommandHost
{
    private final PrintStream out;
    private final PrintStream err;

    CommandHost(final PrintStream out, final PrintStream err)
    {
        this.out = out;
        this.err = err;
    }

    /**
     * Run one command.
     *
     * @param args as the user typed them.
     * @return the exit code.
     */
    int run(final String... args)
    {
        final CommandLine root = commandLine();
        try
        {
            final ParseResult parsed = root.parseArgs(args);
            if (parsed.hasSubcommand())
            {
                return run(innermost(parsed));
            }
            return parsed.hasMatchedOption("--version") ? run("version") : usage(root);
        }
        catch (final ParameterException ex)
        {
            final Response response = new Response(name(ex.getCommandLine()), CommonOptions.guess(args), out, err);
            response.error(ValidationRecord.of(usageError(ex)));
            return response.finish();
        }
    }

    /**
     * The model of the whole command line.
     *
     * @return with every subcommand that a module provides.
     */
    static CommandLine commandLine()
    {
        final CommandLine root = new CommandLine(new RootCommand());
        ServiceLoader.load(Subcommand.class).forEach((subcommand) -> root.addSubcommand(withCommonOptions(subcommand)));
        root.setUsageHelpAutoWidth(true);
        root.setExpandAtFiles(false);
        return root;
    }

    private static CommandLine withCommonOptions(final Subcommand subcommand)
    {
        return withCommonOptions(new CommandLine(subcommand));
    }

    private static CommandLine withCommonOptions(final CommandLine line)
    {
        line.addMixin("common", new CommonOptions());
        line.setUsageHelpAutoWidth(true);
        line.getCommandSpec().usageMessage().sortOptions(false);
        line.getSubcommands().values().forEach(CommandHost::withCommonOptions);
        return line;
    }

    private static ParseResult innermost(final ParseResult parsed)
    {
        ParseResult innermost = parsed;
        while (innermost.hasSubcommand())
        {
            innermost = innermost.subcommand();
        }
        return innermost;
    }

    private int run(final ParseResult parsed)
    {
        final CommandLine line = parsed.commandSpec().commandLine();
        final CommonOptions options = (CommonOptions) line.getMixins().get("common");
        if (parsed.isUsageHelpRequested())
        {
            line.usage(out, options.colored() ? Ansi.ON : Ansi.OFF);
            return 0;
        }
        final Response response = new Response(name(line), options, out, err);
        run((Subcommand) parsed.commandSpec().userObject(), response, options);
        return response.finish();
    }

    private void run(final Subcommand subcommand, final Report report, final CommonOptions options)
    {
        try
        {
            subcommand.run(report);
        }
        catch (final Throwable ex)
        {
            errors(ex).forEach(report::error);
            if (options.debug())
            {
                ex.printStackTrace(err);
            }
        }
    }

    /** What went wrong, for a report. */
    static List<ValidationRecord> errors(final Throwable thrown)
    {
        if (Interrupts.isStoppingNow() || thrown instanceof CancellationException ||
            thrown.getCause() instanceof ClosedByInterruptException)
        {
            return List.of(new ValidationRecord(
                SolverErrorKind.INTERRUPTED, "the run was stopped at once", Map.of("reason", "signal"), null));
        }
        if (thrown instanceof ValidationException invalid)
        {
            return invalid.errors();
        }
        if (thrown instanceof CobreException known)
        {
            return List.of(ValidationRecord.of(known));
        }
        final Map<String, Object> context = new LinkedHashMap<>();
        if (thrown instanceof OutOfMemoryError)
        {
            final long heap = Runtime.getRuntime().maxMemory() >> 20;
            context.put("heap_mib", heap);
            return List.of(new ValidationRecord(
                SolverErrorKind.INTERNAL_PANIC,
                "the memory of " + heap + " MiB is too small: " + thrown.getMessage(),
                context,
                "give more, for example COBRE_JAVA_OPTS=-Xmx" + 2 * heap +
                    "m, or ask for fewer forward passes, openings or threads"));
        }
        context.put("exception", thrown.getClass().getName());
        context.put("at", thrown.getStackTrace().length > 0 ? thrown.getStackTrace()[0].toString() : null);
        return List.of(new ValidationRecord(
            SolverErrorKind.INTERNAL_PANIC,
            "an unexpected " + thrown.getClass().getSimpleName() +
                (thrown.getMessage() == null ? "" : ": " + thrown.getMessage()),
            context,
            "this is a defect: run again with --debug and report the trace"));
    }

    private static CobreException usageError(final ParameterException ex)
    {
        final boolean shape = ex instanceof UnmatchedArgumentException || ex instanceof MissingParameterException;
        final SolverErrorKind kind = shape ? SolverErrorKind.SCHEMA_VIOLATION : SolverErrorKind.TYPE_MISMATCH;
        final CommandLine line = ex.getCommandLine();
        final List<String> near = ex instanceof UnmatchedArgumentException unmatched ?
            unmatched.getSuggestions() : List.of();
        final String help = "see " + line.getCommandSpec().qualifiedName() + " --help";
        return new ValidationException(kind, ex.getMessage().strip())
            .suggest(near.isEmpty() ? help : "did you mean " + String.join(" or ", near) + "? " + help);
    }

    private int usage(final CommandLine root)
    {
        root.usage(out, Ansi.OFF);
        return 0;
    }

    private static String name(final CommandLine line)
    {
        return line.getCommandSpec().userObject() instanceof RootCommand ? "" : line.getCommandName();
    }

    /**
     * The program itself: help for those who type nothing else.
     */
    @Command(
        name = "cobre",
        description = "Trains and simulates SDDP policies for hydrothermal dispatch, on worker processes if you like.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {"", "Start with:", "  cobre train examples/four-regions --num-workers 2", "",
            "Every command explains itself with an example: cobre COMMAND --help"})
    private static final class RootCommand
    {
        @CommandLine.Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
        private boolean help;

        @CommandLine.Option(names = {"-V", "--version"}, description = "The same as cobre version.")
        private boolean version;
    }
}
