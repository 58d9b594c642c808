package io.cobre.solver.output;

import io.cobre.engine.CobreVersion;
import io.cobre.solver.files.AtomicFiles;
import io.cobre.solver.files.JsonText;
import io.cobre.solver.simulate.SimulationResult;
import io.cobre.solver.stochastic.StochasticModel;
import io.cobre.solver.study.Study;
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
    private static final String SUCCESS = "_SUCCESS";

    private SimulationOutput()
    {
    }

    /**
     * Simulate into a folder that replaces the old one when it is complete.
     *
     * @param folder   takes the files.
     * @param study    the case.
     * @param simulate runs the simulation; it is given the folder for the tables.
     * @param facts    how it was computed, asked after the simulation.
     * @param <T>      what the simulation gives besides its tables.
     * @param result   finds the result in it.
     * @return what the simulation gave.
     */
    public static <T> T write(
        final OutputFolder folder,
        final Study study,
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
                JsonText.page(metadata(study, result.apply(holder.value), facts.apply(holder.value))));
            AtomicFiles.text(path.resolve(SUCCESS), "");
        }));
        return holder.value;
    }

    private static Map<String, Object> metadata(
        final Study study, final SimulationResult result, final RunFacts run)
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
        metadata.put("tables", tables(study, result.scenarios()));
        return metadata;
    }

    private static Map<String, Object> tables(final Study study, final int scenarios)
    {
        final Map<String, Object> tables = new LinkedHashMap<>();
        for (final EntityTable table : SimulationTables.of(study, StochasticModel.of(study)))
        {
            final Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("partitioned_by", "scenario_id");
            facts.put("files", scenarios);
            facts.put("rows", scenarios * table.rows(study));
            facts.put("columns", table.table().columns().size());
            facts.put("row", table.table().meaning());
            tables.put(table.table().name(), facts);
        }
        return tables;
    }

    private static final class Holder<T>
    {
        private T value;
    }
}
