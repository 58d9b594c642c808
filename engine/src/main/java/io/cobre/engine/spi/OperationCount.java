package io.cobre.engine.spi;

/**
 * How often a rank has started an operation, over all communicators.
 *
 * @param rank      world rank.
 * @param operation name, for example {@code allreduce}.
 * @param count     at least 1.
 */
public record OperationCount(int rank, String operation, long count)
{
}
