package io.cobre.bench.lifecycle;

import io.cobre.engine.Communicators;
import io.cobre.solver.Cobre;
import io.cobre.solver.TrainOptions;
import io.cobre.solver.TrainingResult;
import io.cobre.solver.WorkerInfo;
import io.cobre.solver.lp.LpSolvers;
import java.nio.file.Path;
import java.util.List;

/**
 * A program that trains; it prints the backends of its workers, and how many communicators and LP libraries it has had
 * itself.
 */
public final class ParentProgram
{
    private ParentProgram()
    {
    }

    /**
     * Entry.
     *
     * @param args case folder, output folder, number of workers, options for the JVMs of the workers.
     */
    public static void main(final String[] args)
    {
        final TrainingResult result = Cobre.train(Path.of(args[0]), new TrainOptions()
            .outputDirectory(Path.of(args[1]))
            .numWorkers(Integer.parseInt(args[2]))
            .jvmArgs(List.of(args).subList(3, args.length)));
        System.out.println(
            result.workers().map((workers) -> workers.stream().map(WorkerInfo::backend).toList()).orElse(List.of()) +
                " communicators " + Communicators.created() + " libraries " + LpSolvers.librariesLoaded());
    }
}
