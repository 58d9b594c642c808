package io.cobre.solver.train;

/**
 * Where the time of one rank went.
 *
 * @param rank       of the group.
 * @param openNs     from the call to the first iteration: templates, instances, base bases.
 * @param forwardNs  forward passes.
 * @param backwardNs backward passes without exchange.
 * @param boundNs    lower bounds (rank 0 only), and simulations that stopping rules ask for.
 * @param exchangeNs collectives, waiting for others included.
 * @param totalNs    all iterations.
 * @param lpNs       inside the native solver, mean of the threads.
 * @param lpSolves   number of solves.
 */
public record RankTimes(
    int rank,
    long openNs,
    long forwardNs,
    long backwardNs,
    long boundNs,
    long exchangeNs,
    long totalNs,
    long lpNs,
    long lpSolves)
{
    /**
     * Share of the iterations that was spent in the native solver.
     *
     * @return a fraction.
     */
    public double lpShare()
    {
        return totalNs > 0 ? (double) lpNs / totalNs : 0.0;
    }
}
