package io.cobre.solver.cli;

import io.cobre.engine.BackendKind;
import io.cobre.engine.Communicator;
import io.cobre.engine.Communicators;
import io.cobre.engine.control.RankEnvironment;
import io.cobre.engine.profile.ProfileChoice;
import io.cobre.solver.RunOptions;
import io.cobre.solver.command.ProfileLine;
import io.cobre.solver.command.Report;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationException;
import io.cobre.solver.lp.LpSolvers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Arguments that training and simulation share.
 */
final class RunArguments implements AutoCloseable
{
    @Parameters(paramLabel = "CASE", description = "The case folder.")
    private Path caseFolder;

    @Option(names = "--num-workers", paramLabel = "N",
        description = "Processes that compute; 1 (default) computes in this one. The results have the same bits.")
    private int numWorkers = 1;

    @Option(names = "--threads", paramLabel = "N",
        description = "Threads of each worker that solve LPs; COBRE_THREADS or 1 by default. Same bits for every N.")
    private Integer threads;

    @Option(names = "--backend", paramLabel = "KIND",
        description = "How workers reach each other: auto (default), shm, tcp, local.")
    private String backend;

    @Option(names = "--profile", paramLabel = "KIND", description = ProfileLine.DESCRIPTION)
    private String profile;

    @Option(names = "--lp-solver", paramLabel = "SOLVER",
        description = "What solves the linear programs: highs (default), clp. Bits are equal for equal solvers only.")
    private String lpSolver = LpSolvers.DEFAULT_ID;

    @Option(names = "--output", paramLabel = "DIR", description = "Where results go; CASE/output by default.")
    private Path output;

    @Option(names = "--override", paramLabel = "KEY=VALUE",
        description = "Another value for a key of config.json, for example training.forward_passes=8. Repeatable.")
    private List<String> overrides = new ArrayList<>();

    private Communicator group;
    private boolean hasToldProfile;

    Path caseFolder()
    {
        return caseFolder;
    }

    int numWorkers()
    {
        return numWorkers;
    }

    /**
     * Put the arguments into the options of a run.
     *
     * @param options    of the run.
     * @param report     hears the warnings.
     * @param <T>        of the options.
     * @return the options.
     */
    <T extends RunOptions<T>> T apply(final T options, final Report report)
    {
        final BackendKind kind = backend(backend, System.getenv());
        options.backend(kind);
        options.numWorkers(numWorkers);
        if (threads != null)
        {
            options.threads(threads);
        }
        if (profile != null)
        {
            options.profile(profile);
        }
        options.profileCallback((choice) -> tell(choice, report));
        RankEnvironment.timeoutNs(System.getenv(), kind).ifPresent((ns) -> options.timeout(Duration.ofNanos(ns)));
        join(kind, report);
        options.communicator(group);
        options.lpSolver(lpSolver);
        options.warningCallback(report::warning);
        if (output != null)
        {
            options.outputDirectory(output);
        }
        overrides().forEach(options::configOverride);
        return options;
    }

    /**
     * The backend that a command is to use.
     *
     * @param option      value of {@code --backend}, or null.
     * @param environment has a word where there is no option; an empty variable says nothing.
     * @return AUTO where nothing says otherwise.
     */
    static BackendKind backend(final String option, final Map<String, String> environment)
    {
        final String variable = environment.getOrDefault(RankEnvironment.BACKEND, "");
        return option == null && variable.isEmpty() ? BackendKind.AUTO :
            BackendKind.of(option == null ? variable : option);
    }

    /**
     * Once, for training and simulation have the same.
     */
    private void tell(final ProfileChoice choice, final Report report)
    {
        if (!hasToldProfile)
        {
            ProfileLine.tell(choice, report);
        }
        hasToldProfile = true;
    }

    /**
     * Where the environment makes this process a rank, meet the group; only rank 0 speaks.
     */
    private void join(final BackendKind kind, final Report report)
    {
        if (group == null && kind != BackendKind.LOCAL && RankEnvironment.isRank(System.getenv()))
        {
            group = Communicators.fromEnvironment(environment(), kind);
            if (group.rank() > 0)
            {
                report.mute();
            }
        }
    }

    private Map<String, String> environment()
    {
        final Map<String, String> environment = new LinkedHashMap<>(System.getenv());
        if (profile != null)
        {
            environment.put(ProfileChoice.VARIABLE, profile);
        }
        return environment;
    }

    /**
     * Leave the group that the environment made this process a rank of.
     */
    @Override
    public void close()
    {
        if (group != null)
        {
            group.close();
        }
    }

    /**
     * The overrides of config.json.
     *
     * @return values by path, in the order of the command line.
     */
    Map<String, String> overrides()
    {
        final Map<String, String> map = new LinkedHashMap<>();
        overrides.forEach((override) -> put(map, override));
        return map;
    }

    private static void put(final Map<String, String> map, final String override)
    {
        final int equals = override.indexOf('=');
        if (equals < 1)
        {
            throw new ValidationException(
                SolverErrorKind.SCHEMA_VIOLATION, "--override " + override + " has no key and value")
                .with("option", "--override")
                .with("value", override)
                .suggest("write --override key.path=value, for example --override training.forward_passes=8");
        }
        map.put(override.substring(0, equals), override.substring(equals + 1));
    }
}
