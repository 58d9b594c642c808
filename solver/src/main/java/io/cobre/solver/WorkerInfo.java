package io.cobre.solver;

import io.cobre.engine.BackendKind;

/**
 * What is known of one worker, process or thread, after a run (SS2.1b).
 *
 * @param rank       0-based.
 * @param wallTimeMs from when its communicator was up to its last result; the spawn is not included.
 * @param backend    the one really used.
 * @param pid        of its process; that of the caller for a thread.
 */
public record WorkerInfo(int rank, long wallTimeMs, BackendKind backend, long pid)
{
}
