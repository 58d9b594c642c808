package io.cobre.solver.policy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.cobre.solver.lp.FutureParts;
import io.cobre.solver.lp.StageLp;

/**
 * A trained policy: by stage, the cuts that bound the cost of everything after it. Values are given in $.
 */
public final class Policy
{
    private final PolicyInfo info;
    private final List<CutPool> pools;
    private final List<StageStates> states;

    /**
     * Policy over pools that no longer change.
     *
     * @param info  what the policy is for.
     * @param pools by stage.
     */
    public Policy(final PolicyInfo info, final List<CutPool> pools)
    {
        this(info, pools, List.of());
    }

    /**
     * Policy over pools that no longer change, with the states that training visited.
     *
     * @param info   what the policy is for.
     * @param pools  by stage.
     * @param states by stage; empty if they are not kept.
     */
    public Policy(final PolicyInfo info, final List<CutPool> pools, final List<StageStates> states)
    {
        this.info = info;
        this.pools = List.copyOf(pools);
        this.states = List.copyOf(states);
    }

    /**
     * States that training visited ({@code exports.states}).
     *
     * @return by stage; empty if they were not kept, or if the policy was read from a folder.
     */
    public List<StageStates> states()
    {
        return states;
    }

    /**
     * Read a policy folder.
     *
     * @param folder as {@link #save} wrote it.
     * @return the policy.
     * @throws io.cobre.engine.CobreException OutputNotFound or OutputCorrupted.
     */
    public static Policy load(final Path folder)
    {
        return PolicyReader.read(folder);
    }

    /**
     * Write this policy as a folder; an older one at the same place is replaced when the new one is complete.
     *
     * @param folder that receives metadata.json, cuts/ and, if they are kept, states/.
     * @throws io.cobre.engine.CobreException OutputNotFound if it cannot be written.
     */
    public void save(final Path folder)
    {
        PolicyWriter.write(this, folder);
    }

    /**
     * What the policy is for.
     *
     * @return case, shape and bounds.
     */
    public PolicyInfo info()
    {
        return info;
    }

    /**
     * Number of stages.
     *
     * @return at least 1.
     */
    public int stageCount()
    {
        return pools.size();
    }

    /**
     * The pool of a stage, in k$.
     *
     * @param stage index.
     * @return not to be changed.
     */
    public CutPool pool(final int stage)
    {
        return pools.get(stage);
    }

    /**
     * Cuts of a stage.
     *
     * @param stage index.
     * @return by slot, in $.
     */
    public List<Cut> cuts(final int stage)
    {
        final CutPool pool = pools.get(stage);
        final List<Cut> cuts = new ArrayList<>(pool.populated());
        for (int slot = 0; slot < pool.populated(); slot++)
        {
            final double[] coefficients = new double[pool.dimension()];
            for (int index = 0; index < coefficients.length; index++)
            {
                coefficients[index] = pool.coefficient(slot, index) * StageLp.COST_SCALE;
            }
            cuts.add(new Cut(
                slot, pool.active(slot), pool.iteration(slot), pool.pass(slot), pool.opening(slot),
                pool.intercept(slot) * StageLp.COST_SCALE, coefficients));
        }
        return cuts;
    }

    /**
     * Expected (or risk-adjusted) cost of everything after a stage, as the policy sees it: what its active cuts say,
     * and not below what the LPs take for the least cost, {@link PolicyInfo#floors()}.
     *
     * @param stage index.
     * @param state at the end of that stage: storages in hm3, then lags in m3/s.
     * @return $, at the beginning of the next stage; may be negative where money can be earned.
     * @throws IllegalArgumentException if the state has another number of components.
     */
    public double evaluate(final int stage, final double[] state)
    {
        final CutPool pool = pools.get(stage);
        if (state.length != pool.dimension())
        {
            throw new IllegalArgumentException(
                "the state has " + state.length + " components, the policy " + pool.dimension());
        }
        return pool.evaluate(state, 0, info.floors().get(stage) / StageLp.COST_SCALE) * StageLp.COST_SCALE;
    }

    /**
     * The policy in figures.
     *
     * @return cuts by stage, totals and digest.
     */
    public PolicySummary summary()
    {
        return new PolicySummary(
            info,
            pools.stream()
                .map(pool -> new PolicySummary.StageCuts(pool.stageId(), pool.populated(), pool.activeCuts()))
                .toList(),
            totalCuts(),
            digest());
    }

    /**
     * Number of cuts of all stages, removed ones included.
     *
     * @return a count.
     */
    public long totalCuts()
    {
        return pools.stream().mapToLong(CutPool::populated).sum();
    }

    /**
     * Digest of all cuts.
     *
     * @return SHA-256 in hexadecimal digits; equal if and only if the cuts have the same bits.
     */
    public String digest()
    {
        return digest(pools);
    }

    /**
     * Digest of pools. Where cuts belong to openings, so do the digest's entries.
     *
     * @param pools by stage.
     * @return SHA-256 in hexadecimal digits.
     */
    public static String digest(final List<CutPool> pools)
    {
        final boolean byOpening = pools.stream().anyMatch(pool -> pool.parts().openings() > 0);
        final Digest digest = new Digest(byOpening ? "cobre-policy/2" : "cobre-policy/1");
        for (final CutPool pool : pools)
        {
            digest.i32(pool.stageId()).i32(pool.dimension()).i32(pool.populated());
            if (byOpening)
            {
                final FutureParts parts = pool.parts();
                digest.i32(parts.openings()).f64(parts.risk().alpha()).f64(parts.risk().lambda());
            }
            for (int slot = 0; slot < pool.populated(); slot++)
            {
                digest.i32(slot).u8(pool.active(slot) ? 1 : 0).f64(pool.intercept(slot));
                if (byOpening)
                {
                    digest.i32(pool.opening(slot));
                }
                for (int index = 0; index < pool.dimension(); index++)
                {
                    digest.f64(pool.coefficient(slot, index));
                }
            }
        }
        return digest.hex();
    }
}
