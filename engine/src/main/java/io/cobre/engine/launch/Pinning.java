package io.cobre.engine.launch;

import io.cobre.engine.CobreException;
import io.cobre.engine.EngineErrorKind;
import io.cobre.engine.ProfileKind;
import io.cobre.engine.profile.CorePlan;
import io.cobre.engine.profile.CpuList;
import io.cobre.engine.profile.HostResources;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Binds the ranks of a launch to cores of their own, by the program {@code taskset}.
 */
final class Pinning
{
    private static final Pinning NONE = new Pinning(null, null);

    private final String taskset;
    private final CorePlan cores;

    private Pinning(final String taskset, final CorePlan cores)
    {
        this.taskset = taskset;
        this.cores = cores;
    }

    /**
     * What a launch wants.
     *
     * @throws CobreException IncompatibleSettings if there are not enough cores, InitializationFailed without taskset.
     */
    static Pinning of(final LaunchSpec spec)
    {
        return spec.profile() != ProfileKind.PINNED ? NONE :
            of(HostResources.local(), spec.size(), spec.coresPerRank(), System.getenv().getOrDefault("PATH", ""));
    }

    static Pinning of(final HostResources host, final int ranks, final int coresPerRank, final String searchPath)
    {
        final CorePlan cores = CorePlan.of(host, ranks, coresPerRank);
        return new Pinning(find(searchPath), cores);
    }

    /**
     * The command line of a rank. The program that binds it is replaced by it, so the process is the same.
     */
    List<String> command(final int rank, final List<String> command)
    {
        if (cores == null)
        {
            return command;
        }
        final List<String> bound =
            new ArrayList<>(List.of(taskset, "-c", CpuList.format(cores.ofRanks().get(rank))));
        bound.addAll(command);
        return bound;
    }

    private static String find(final String searchPath)
    {
        for (final String folder : searchPath.split(File.pathSeparator))
        {
            final Path program = Path.of(folder, "taskset");
            if (!folder.isEmpty() && Files.isRegularFile(program) && Files.isExecutable(program))
            {
                return program.toString();
            }
        }
        final String detail = "the program taskset, which binds ranks to cores, is not in the PATH";
        throw new CobreException(EngineErrorKind.INITIALIZATION_FAILED, "profile pinned: " + detail)
            .with("operation", "pin")
            .with("detail", detail)
            .suggest("install the package util-linux, or use another profile");
    }
}
