package io.cobre.solver.output;

import io.cobre.engine.CobreVersion;
import io.cobre.solver.files.AtomicFiles;
import io.cobre.solver.files.JsonText;
import io.cobre.solver.simulate.SimulationResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes what a simulation leaves: the tables of its scenarios and the facts about the run.
 */
public final class SimulationOutput
{
    private static final String FOLDER = "simulation";

    private SimulationOutput()
    {
    }

    /**
     * Simulate into a folder that replaces the old one when it is complete.
     *
     * @param folder   takes the files.
     * @param simulate runs the simulation; it is given the folder for the tables.
     * @param facts    how it was computed, asked after the simulation.
     * @param <T>      what the simulation gives besides its tables.
     * @param result   finds the result in it.
     * @return what the simulation gave.
     */
    public static <T> T write(
        final OutputFolder folder,
        final Function<Path, T> simulate,
        final Function<T, SimulationResult> result,
        final Function<T, RunFacts> facts)
    {
        final Holder<T> holder = new Holder<>();
        folder.add(FOLDER, (target) -> AtomicFiles.folder(target, (path) ->
        {
            holder.value = simulate.apply(path);
            AtomicFiles.text(
                path.resolve("metadata.json"),
                JsonText.page(metadata(result.apply(holder.value), facts.apply(holder.value))));
        }));
        return holder.value;
    }

    private static Map<String, Object> metadata(final SimulationResult result, final RunFacts run)
    {
        final Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("cobre_version", CobreVersion.current());
        metadata.put("started_at", run.startedAt().toString());
        metadata.put("completed_at", run.completedAt().toString());
        metadata.put("duration_seconds", Duration.between(run.startedAt(), run.completedAt()).toMillis() / 1000.0);
        metadata.put("status", "complete");
        final Map<String, Object> scenarios = new LinkedHashMap<>();
        scenarios.put("total", result.scenarios());
        scenarios.put("completed", result.scenarios());
        scenarios.put("failed", 0);
        metadata.put("scenarios", scenarios);
        metadata.put("mean_cost", result.meanCost());
        metadata.put("std_cost", result.stdCost());
        metadata.put("simulation_digest", result.digest());
        metadata.put("distribution", run.distribution());
        return metadata;
    }

    private static final class Holder<T>
    {
        private T value;
    }
}
