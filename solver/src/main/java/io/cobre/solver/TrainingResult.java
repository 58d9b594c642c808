package io.cobre.solver;

import io.cobre.solver.policy.Policy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a training gave (SS2.7).
 *
 * @param policy            the cuts.
 * @param history           one row for each iteration.
 * @param terminationReason bound_stalling, simulation, iteration_limit, time_limit or shutdown.
 * @param lpSolves          of all workers.
 * @param policyDigest      SHA-256 of the cuts; equal for any number of workers.
 * @param boundsDigest      SHA-256 of the bounds; equal for any number of workers.
 * @param workers           by rank; empty in single-process mode.
 * @param wallTimeMs        of the whole call.
 * @param startTimeMs       from the valid study to the first iteration: driver, workers, connecting, opening the LPs.
 * @param trainTimeMs       of all iterations on rank 0.
 * @param lpShare           share of the iterations that was spent in the native solver, by rank.
 * @param resumedFrom       iteration of the checkpoint that it began from; 0 if it began anew.
 * @param restarts          of the group of workers, each after the death of one.
 * @param checkpoint        that this training has left, asked for or because it was stopped; empty if there is none.
 * @param outputDirectory   where the results were written; null if they were not.
 * @param outputFiles       below it.
 * @param droppedEvents     progress events that a slow callback did not get.
 */
public record TrainingResult(
    Policy policy,
    List<HistoryRow> history,
    String terminationReason,
    long lpSolves,
    String policyDigest,
    String boundsDigest,
    Optional<List<WorkerInfo>> workers,
    long wallTimeMs,
    long startTimeMs,
    long trainTimeMs,
    List<Double> lpShare,
    int resumedFrom,
    List<Restart> restarts,
    Optional<Path> checkpoint,
    Path outputDirectory,
    List<Path> outputFiles,
    long droppedEvents)
{
    /**
     * Number of iterations.
     *
     * @return at least 1.
     */
    public int iterations()
    {
        return history.size();
    }

    /**
     * The last iteration, whose bounds are the result.
     *
     * @return the last row of the history.
     */
    public HistoryRow last()
    {
        return history.get(history.size() - 1);
    }

    /**
     * Lower bound of the last iteration.
     *
     * @return $.
     */
    public double lowerBound()
    {
        return last().lowerBound();
    }

    /**
     * Mean cost of the trial paths of the last iteration.
     *
     * @return $.
     */
    public double upperBound()
    {
        return last().upperBound();
    }

    /**
     * Distance of the bounds of the last iteration.
     *
     * @return a fraction.
     */
    public double gap()
    {
        return last().gap();
    }

    /**
     * Number of cuts of all stages.
     *
     * @return removed ones included.
     */
    public long totalCuts()
    {
        return policy.totalCuts();
    }
}
