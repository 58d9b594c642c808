package io.cobre.engine.launch;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Puts what the ranks will read into the run directory, or takes what they have left there.
 */
@FunctionalInterface
public interface RunDirectoryVisitor
{
    /**
     * Visit.
     *
     * @param runDirectory private directory of the run.
     * @throws IOException when it does not work; the launch fails.
     */
    void visit(Path runDirectory) throws IOException;
}
