package io.cobre.solver.train;

/**
 * Where the time of one rank went in one iteration.
 *
 * @param iteration  from 1.
 * @param rank       of the group.
 * @param forwardNs  forward pass.
 * @param backwardNs backward pass without exchange.
 * @param boundNs    lower bound (rank 0 only), and simulations that stopping rules ask for.
 * @param exchangeNs collectives, waiting for others included.
 * @param idleNs     part of the exchange in which others were still at work: beyond what it took the last one to come.
 * @param totalNs    the iteration.
 * @param lpNs       inside the native solver.
 * @param lpSolves   number of solves.
 * @param trials     number of trial paths.
 */
public record RankIteration(
    int iteration,
    int rank,
    long forwardNs,
    long backwardNs,
    long boundNs,
    long exchangeNs,
    long idleNs,
    long totalNs,
    long lpNs,
    long lpSolves,
    int trials)
{
}
