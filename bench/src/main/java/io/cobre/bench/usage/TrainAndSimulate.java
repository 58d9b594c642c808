package io.cobre.bench.usage;

import io.cobre.engine.launch.WorkerException;
import io.cobre.solver.Cobre;
import io.cobre.solver.ProgressEvent;
import io.cobre.solver.SimulateOptions;
import io.cobre.solver.SimulationResult;
import io.cobre.solver.TrainOptions;
import io.cobre.solver.TrainingResult;
import java.nio.file.Path;

/**
 * Trains a policy on several processes (SS1.2a) and simulates it. Start it with
 * {@code --add-opens java.base/jdk.internal.misc=ALL-UNNAMED}.
 */
public final class TrainAndSimulate
{
    private static final int SCENARIOS = 100;

    private TrainAndSimulate()
    {
    }

    /**
     * Train and simulate.
     *
     * @param args case folder, output folder, number of workers.
     */
    public static void main(final String[] args)
    {
        try
        {
            final SimulationResult result = run(Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2]));
            System.out.printf("%d scenarios cost %.2f on average%n", result.scenarios(), result.meanCost());
        }
        catch (final WorkerException failure)
        {
            System.err.println("worker " + failure.rank() + " failed: " + failure.inner().orElse(failure).getMessage());
            failure.stderrTail().forEach(System.err::println);
        }
    }

    /**
     * The result does not depend on the number of workers; with one, everything is computed in this process.
     */
    static SimulationResult run(final Path caseFolder, final Path output, final int workers)
    {
        final TrainingResult trained = Cobre.train(caseFolder, new TrainOptions()
            .numWorkers(workers)
            .outputDirectory(output)
            .progressCallback(TrainAndSimulate::tell));
        System.out.println("trained by " + trained.workers().map(Object::toString).orElse("this process"));
        return Cobre.simulate(caseFolder, trained.policy(), new SimulateOptions()
            .numWorkers(workers)
            .outputDirectory(output)
            .scenarios(SCENARIOS));
    }

    private static void tell(final ProgressEvent event)
    {
        System.out.printf(
            "worker %d, iteration %d: %.2f..%.2f%n",
            event.workerId().orElse(0), event.done(), event.lowerBound(), event.upperBound());
    }
}
