package io.cobre.solver.policy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.cobre.solver.error.CobreIOException;
import io.cobre.solver.error.SolverErrorKind;

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
    /** Key of the digest. */
    static final String DIGEST = "policy_digest";

    private PolicyWriter()
    {
    }

    static void write(final Policy policy, final Path folder)
    {
        final Path target = folder.toAbsolutePath().normalize();
        final Path parent = target.getParent();
        final String unique = "." + target.getFileName() + "." + UUID.randomUUID();
        final Path fresh = parent.resolve(unique + ".new");
        try
        {
            Files.createDirectories(fresh.resolve("cuts"));
            writeStages(policy, fresh);
            final byte[] json = new ObjectMapper().writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(metadata(policy));
            writeFile(fresh.resolve(METADATA), json, json.length);
            replace(fresh, target, parent.resolve(unique + ".old"));
        }
        catch (final IOException e)
        {
            delete(fresh);
            throw new CobreIOException(
                SolverErrorKind.OUTPUT_NOT_FOUND, "cannot write the policy to " + folder + ": " + e, folder, e)
                .suggest("choose an output folder that can be written, with enough space");
        }
    }

    private static void writeStages(final Policy policy, final Path fresh) throws IOException
    {
        for (int stage = 0; stage < policy.stageCount(); stage++)
        {
            final StageFileEncoder encoder = new StageFileEncoder();
            final int length = encoder.encode(policy.pool(stage));
            writeFile(fresh.resolve(StageFileFormat.cutFile(stage)), encoder.bytes(), length);
        }
    }

    private static Map<String, Object> metadata(final Policy policy)
    {
        final PolicyInfo info = policy.info();
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(FORMAT, FORMAT_VERSION);
        fields.put(FINGERPRINT, info.fingerprint());
        fields.put(SOLVER, info.solver());
        fields.put(ITERATIONS, info.iterations());
        fields.put(FORWARD_PASSES, info.forwardPasses());
        fields.put(STATE_DIMENSION, info.stateDimension());
        fields.put(LAGS, info.lags());
        fields.put(NUM_STAGES, policy.stageCount());
        fields.put(SEED, info.treeSeed());
        fields.put(LOWER_BOUND, info.lowerBound());
        fields.put("total_cuts", policy.totalCuts());
        fields.put("warm_start_counts", List.of(
            Stream.iterate(0, stage -> stage + 1)
                .limit(policy.stageCount())
                .map(stage -> policy.pool(stage).warmStart())
                .toArray()));
        fields.put(DIGEST, policy.digest());
        return fields;
    }

    private static void writeFile(final Path file, final byte[] bytes, final int length) throws IOException
    {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))
        {
            final ByteBuffer content = ByteBuffer.wrap(bytes, 0, length);
            while (content.hasRemaining())
            {
                channel.write(content);
            }
            channel.force(true);
        }
    }

    private static void replace(final Path fresh, final Path target, final Path old) throws IOException
    {
        final boolean replaces = Files.exists(target);
        if (replaces)
        {
            Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        if (replaces)
        {
            delete(old);
        }
    }

    private static void delete(final Path folder)
    {
        if (!Files.exists(folder))
        {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder))
        {
            for (final Path path : tree.sorted(Comparator.reverseOrder()).toList())
            {
                Files.deleteIfExists(path);
            }
        }
        catch (final IOException e)
        {
            throw new CobreIOException(
                SolverErrorKind.OUTPUT_NOT_FOUND, "cannot remove the old policy " + folder + ": " + e, folder, e);
        }
    }
}
