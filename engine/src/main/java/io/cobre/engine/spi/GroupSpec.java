package io.cobre.engine.spi;

import java.nio.file.Path;
import java.util.Map;

/**
 * What all ranks of a group agree on before they start.
 *
 * @param runId        unique for a launch; session ids and tokens derive from it.
 * @param size         number of ranks.
 * @param runDirectory private directory of the run (0700), in shared memory where there is one.
 * @param settings     backend settings by name (term length, mtu, profile, bind address ...); unknown ones are errors.
 */
public record GroupSpec(long runId, int size, Path runDirectory, Map<String, String> settings)
{
}
