package io.cobre.engine.launch;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Puts what the ranks will read into the run directory before they start.
 */
@FunctionalInterface
public interface RunDirectoryWriter
{
    /**
     * Write.
     *
     * @param runDirectory private directory of the run.
     * @throws IOException when it does not work; the launch fails.
     */
    void write(Path runDirectory) throws IOException;
}
