package io.cobre.solver.policy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.cobre.engine.CobreVersion;
import io.cobre.solver.files.AtomicFiles;

/**
 * Writes a policy folder beside its final place and renames it when it is complete.
 */
final class PolicyWriter
{
    /** Version of the folder's layout. */
    static final int FORMAT_VERSION = 1;
    /** File with the facts about the policy. */
    static final String METADATA = "metadata.json";
    /** Key of the layout's version. */
    static final String FORMAT = "format_version";
    /** Key of the case's fingerprint. */
    static final String FINGERPRINT = "case_fingerprint";
    /** Key of the LP solver's name. */
    static final String SOLVER = "lp_solver";
    /** Key of the number of iterations. */
    static final String ITERATIONS = "completed_iterations";
    /** Key of the number of forward passes. */
    static final String FORWARD_PASSES = "forward_passes";
    /** Key of the length of the state. */
    static final String STATE_DIMENSION = "state_dimension";
    /** Key of the number of lags. */
    static final String LAGS = "lags";
    /** Key of the number of stages. */
    static final String NUM_STAGES = "num_stages";
    /** Key of the seed of the opening tree. */
    static final String SEED = "rng_seed";
    /** Key of the lower bound. */
    static final String LOWER_BOUND = "final_lower_bound";
    /** Key of the upper bound. */
    static final String UPPER_BOUND = "best_upper_bound";
    /** Key of the least costs after each stage. */
    static final String FLOORS = "future_cost_floors";
    /** Key of the digest. */
    static final String DIGEST = "policy_digest";

    private PolicyWriter()
    {
    }

    static void write(final Policy policy, final Path folder)
    {
        AtomicFiles.folder(folder, fresh ->
        {
            Files.createDirectories(fresh.resolve("cuts"));
            for (int stage = 0; stage < policy.stageCount(); stage++)
            {
                final StageFileEncoder encoder = new StageFileEncoder();
                final int length = encoder.encode(policy.pool(stage));
                try (OutputStream file = Files.newOutputStream(fresh.resolve(StageFileFormat.cutFile(stage))))
                {
                    file.write(encoder.bytes(), 0, length);
                }
            }
            if (!policy.states().isEmpty())
            {
                Files.createDirectories(fresh.resolve("states"));
            }
            for (int stage = 0; stage < policy.states().size(); stage++)
            {
                final StageFileEncoder encoder = new StageFileEncoder();
                final int length = encoder.encode(policy.states().get(stage));
                Files.write(
                    fresh.resolve(StageFileFormat.stateFile(stage)), Arrays.copyOf(encoder.bytes(), length));
            }
            new ObjectMapper().writerWithDefaultPrettyPrinter()
                .writeValue(fresh.resolve(METADATA).toFile(), metadata(policy));
        });
    }

    private static Map<String, Object> metadata(final Policy policy)
    {
        final PolicyInfo info = policy.info();
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(FORMAT, FORMAT_VERSION);
        fields.put("cobre_version", CobreVersion.current());
        fields.put(FINGERPRINT, info.fingerprint());
        fields.put(SOLVER, info.solver());
        fields.put(ITERATIONS, info.iterations());
        fields.put(FORWARD_PASSES, info.forwardPasses());
        fields.put(STATE_DIMENSION, info.stateDimension());
        fields.put(LAGS, info.lags());
        fields.put(NUM_STAGES, policy.stageCount());
        fields.put(SEED, info.treeSeed());
        fields.put(LOWER_BOUND, info.lowerBound());
        fields.put(UPPER_BOUND, Double.isNaN(info.upperBound()) ? null : info.upperBound());
        fields.put(FLOORS, info.floors());
        fields.put("total_cuts", policy.totalCuts());
        final int[] warmStart =
            IntStream.range(0, policy.stageCount()).map(stage -> policy.pool(stage).warmStart()).toArray();
        fields.put("warm_start_cuts", IntStream.of(warmStart).sum());
        fields.put("warm_start_counts", warmStart);
        fields.put("total_visited_states", policy.states().stream().mapToLong(StageStates::count).sum());
        fields.put(DIGEST, policy.digest());
        return fields;
    }
}
