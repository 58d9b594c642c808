package io.cobre.engine.launch;

/**
 * How one rank ended, in good order.
 *
 * @param rank       which.
 * @param pid        its process.
 * @param result     what it sent last, or null.
 * @param wallTimeMs from the moment all ranks were connected until it was done.
 */
public record RankOutcome(int rank, long pid, byte[] result, long wallTimeMs)
{
}
