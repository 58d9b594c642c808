package io.cobre.solver.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.cobre.engine.CobreException;
import io.cobre.solver.error.CobreIOException;
import io.cobre.solver.error.SolverErrorKind;

/**
 * Reads a policy folder.
 */
final class PolicyReader
{
    private static final String REMEDY = "give the folder that train or run wrote, usually <output>/policy";

    private final Path folder;

    private PolicyReader(final Path folder)
    {
        this.folder = folder;
    }

    static Policy read(final Path folder)
    {
        return new PolicyReader(folder).read();
    }

    private Policy read()
    {
        if (!Files.isDirectory(folder))
        {
            throw missing(folder, "there is no policy folder " + folder);
        }
        final JsonNode metadata = metadata();
        final PolicyInfo info = info(metadata);
        final int stages = integer(metadata, PolicyWriter.NUM_STAGES);
        final List<CutPool> pools = new ArrayList<>();
        for (int stage = 0; stage < stages; stage++)
        {
            pools.add(pool(folder.resolve(StageFileFormat.cutFile(stage)), info.stateDimension()));
        }
        final Policy policy = new Policy(info, pools);
        final String digest = text(metadata, PolicyWriter.DIGEST);
        if (!digest.equals(policy.digest()))
        {
            throw corrupted(folder, "the cuts in " + folder + " do not have the digest of its metadata", null);
        }
        return policy;
    }

    private static CutPool pool(final Path file, final int dimension)
    {
        if (!Files.isRegularFile(file))
        {
            throw missing(file, "the policy is incomplete: " + file + " does not exist");
        }
        try
        {
            return new StageFileDecoder(file, Files.readAllBytes(file)).decode(dimension);
        }
        catch (final IOException | OutOfMemoryError e)
        {
            throw corrupted(file, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private JsonNode metadata()
    {
        final Path file = folder.resolve(PolicyWriter.METADATA);
        if (!Files.isRegularFile(file))
        {
            throw missing(file, folder + " is not a policy: it has no " + PolicyWriter.METADATA);
        }
        try
        {
            return new ObjectMapper().readTree(file.toFile());
        }
        catch (final IOException e)
        {
            throw corrupted(file, "cannot read " + file + ": it is not valid JSON", e);
        }
    }

    private PolicyInfo info(final JsonNode metadata)
    {
        final int version = integer(metadata, PolicyWriter.FORMAT);
        if (PolicyWriter.FORMAT_VERSION != version)
        {
            throw corrupted(
                folder,
                folder + " has policy format " + version + ", this version reads " + PolicyWriter.FORMAT_VERSION,
                null);
        }
        return new PolicyInfo(
            text(metadata, PolicyWriter.FINGERPRINT),
            text(metadata, PolicyWriter.SOLVER),
            integer(metadata, PolicyWriter.ITERATIONS),
            integer(metadata, PolicyWriter.FORWARD_PASSES),
            integer(metadata, PolicyWriter.STATE_DIMENSION),
            integer(metadata, PolicyWriter.LAGS),
            field(metadata, PolicyWriter.SEED).asLong(),
            field(metadata, PolicyWriter.LOWER_BOUND).asDouble(),
            metadata.path(PolicyWriter.UPPER_BOUND).asDouble(Double.NaN),
            floors(metadata));
    }

    /** A policy that does not tell its floors comes from a case whose costs were taken to be positive. */
    private List<Double> floors(final JsonNode metadata)
    {
        final int stages = integer(metadata, PolicyWriter.NUM_STAGES);
        final JsonNode told = metadata.path(PolicyWriter.FLOORS);
        if (told.isMissingNode())
        {
            return Collections.nCopies(stages, 0.0);
        }
        final List<Double> floors = new ArrayList<>();
        told.forEach(floor -> floors.add(floor.asDouble(Double.NaN)));
        if (stages != floors.size() || floors.stream().anyMatch(floor -> !(floor <= 0.0)))
        {
            throw corrupted(
                folder, PolicyWriter.FLOORS + " in " + folder.resolve(PolicyWriter.METADATA) + " is " + told, null);
        }
        return List.copyOf(floors);
    }

    private int integer(final JsonNode metadata, final String name)
    {
        final JsonNode node = field(metadata, name);
        if (!node.canConvertToInt() || node.asInt() < 0)
        {
            throw corrupted(folder, name + " in " + folder.resolve(PolicyWriter.METADATA) + " is " + node, null);
        }
        return node.asInt();
    }

    private String text(final JsonNode metadata, final String name)
    {
        return field(metadata, name).asText();
    }

    private JsonNode field(final JsonNode metadata, final String name)
    {
        final JsonNode node = metadata.get(name);
        if (null == node || node.isNull())
        {
            throw corrupted(folder, folder.resolve(PolicyWriter.METADATA) + " has no " + name, null);
        }
        return node;
    }

    private static CobreException missing(final Path path, final String message)
    {
        return new CobreIOException(SolverErrorKind.OUTPUT_NOT_FOUND, message, path, null).suggest(REMEDY);
    }

    private static CobreException corrupted(final Path path, final String message, final Throwable cause)
    {
        return new CobreIOException(SolverErrorKind.OUTPUT_CORRUPTED, message, path, cause).suggest(REMEDY);
    }
}
