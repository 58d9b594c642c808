package io.cobre.engine.control;

import io.cobre.engine.BackendKind;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/**
 * What the owner of a run directory leaves in it for the ranks of this host, in the file {@code group.properties}.
 *
 * @param runId            identifier of the run.
 * @param size             ranks of the group.
 * @param backend          SHM or TCP.
 * @param control          where the coordinator listens.
 * @param secret           what a rank must say, may be empty.
 * @param timeoutNs        silence after which a collective gives up.
 * @param connectTimeoutNs time for joining.
 * @param hostRank         rank that hosts the coordinator, -1 for a launcher.
 */
public record GroupFile(
    long runId,
    int size,
    BackendKind backend,
    ControlAddress control,
    String secret,
    long timeoutNs,
    long connectTimeoutNs,
    int hostRank)
{
    private static final String NAME = "group.properties";

    /**
     * Whether a run directory has the file.
     *
     * @param runDirectory where.
     * @return true once the owner has written it.
     */
    static boolean isPresent(final Path runDirectory)
    {
        return Files.exists(runDirectory.resolve(NAME));
    }

    /**
     * Write it; it appears complete.
     *
     * @param runDirectory where.
     * @throws IOException when it cannot be written.
     */
    public void write(final Path runDirectory) throws IOException
    {
        final Properties properties = new Properties();
        properties.setProperty("run_id", Long.toHexString(runId));
        properties.setProperty("size", Integer.toString(size));
        properties.setProperty("backend", backend.id());
        properties.setProperty("control", control.toString());
        properties.setProperty("secret", secret);
        properties.setProperty("timeout_ns", Long.toString(timeoutNs));
        properties.setProperty("connect_timeout_ns", Long.toString(connectTimeoutNs));
        properties.setProperty("host_rank", Integer.toString(hostRank));
        final Path unnamed = runDirectory.resolve(NAME + ".new");
        try (Writer out = Files.newBufferedWriter(unnamed))
        {
            properties.store(out, null);
        }
        Files.move(unnamed, runDirectory.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Read it.
     *
     * @param runDirectory where.
     * @return the group.
     * @throws IOException when it is not there or broken.
     */
    public static GroupFile read(final Path runDirectory) throws IOException
    {
        final Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(runDirectory.resolve(NAME)))
        {
            properties.load(in);
            return new GroupFile(
                Long.parseUnsignedLong(properties.getProperty("run_id", ""), 16),
                Integer.parseInt(properties.getProperty("size", "")),
                BackendKind.of(properties.getProperty("backend", "")),
                ControlAddress.parse(properties.getProperty("control", "")),
                properties.getProperty("secret", ""),
                Long.parseLong(properties.getProperty("timeout_ns", "")),
                Long.parseLong(properties.getProperty("connect_timeout_ns", "")),
                Integer.parseInt(properties.getProperty("host_rank", "")));
        }
        catch (final IllegalArgumentException ex)
        {
            throw new IOException("broken " + runDirectory.resolve(NAME) + ": " + ex.getMessage(), ex);
        }
    }
}
