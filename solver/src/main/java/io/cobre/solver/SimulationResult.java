package io.cobre.solver;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a simulation gave (SS2.7).
 *
 * @param scenarios       number of scenarios.
 * @param meanCost        mean of the total discounted costs, $.
 * @param stdCost         their sample standard deviation, $.
 * @param ci95            half width of the 95 % interval of the mean, $.
 * @param digest          SHA-256 of the costs; equal for any number of workers.
 * @param workers         by rank; empty in single-process mode.
 * @param wallTimeMs      of the whole call.
 * @param outputDirectory where the results were written; null if they were not.
 * @param outputFiles     below it.
 * @param droppedEvents   progress events that a slow callback did not get.
 */
public record SimulationResult(
    int scenarios,
    double meanCost,
    double stdCost,
    double ci95,
    String digest,
    Optional<List<WorkerInfo>> workers,
    long wallTimeMs,
    Path outputDirectory,
    List<Path> outputFiles,
    long droppedEvents)
{
}
