package io.cobre.engine.collective;

import org.agrona.concurrent.NanoClock;

/**
 * Where an operation runs.
 *
 * @param rank       this rank.
 * @param size       number of ranks.
 * @param maxPayload longest payload of a frame, equal on all ranks: the chunk of a fold.
 * @param checks     validation of arguments.
 * @param buffers    buffers that peers can read; null where memory cannot be shared.
 * @param clock      that operations measure with.
 */
record Seat(int rank, int size, int maxPayload, Checks checks, SharedBuffers buffers, NanoClock clock)
{
}
