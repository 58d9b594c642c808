package io.cobre.solver.policy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.cobre.engine.CobreException;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.lp.StageLp;
import io.cobre.solver.study.PolicySource;
import io.cobre.solver.study.Study;

/**
 * The cuts that a training begins with: those of a policy for the same stages, and those of another policy that bound
 * the cost after the last stage. A boundary cut takes the state at the end of the last stage; the discount of that
 * stage is laid on its value, as on that of any other cut.
 */
public final class StartingCuts
{
    private StartingCuts()
    {
    }

    /**
     * Read what config.json asks for.
     *
     * @param study          the case.
     * @param stateDimension of the case.
     * @param outputFolder   that relative paths begin at.
     * @return pools by stage in which all cuts count as loaded; empty pools for a fresh training.
     * @throws CobreException OutputNotFound or OutputCorrupted if a policy cannot be read, IncompatibleRuns if it
     *                        does not fit.
     */
    public static List<CutPool> read(final Study study, final int stateDimension, final Path outputFolder)
    {
        final PolicySource source = study.config().policy();
        final List<CutPool> pools = new ArrayList<>();
        if (source.mode() == PolicySource.Mode.WARM_START)
        {
            final Policy policy = Policy.load(outputFolder.resolve(source.path()).normalize());
            PolicyFit.check(policy, study, stateDimension);
            for (int stage = 0; stage < policy.stageCount(); stage++)
            {
                pools.add(copy(policy.pool(stage)));
            }
        }
        else
        {
            study.stages().forEach((stage) -> pools.add(new CutPool(stage.id(), stateDimension)));
        }
        if (source.hasBoundary())
        {
            final Policy policy = Policy.load(outputFolder.resolve(source.boundaryPath()).normalize());
            PolicyFit.checkState(policy, stateDimension);
            final int last = study.stages().get(study.stageCount() - 1).id();
            pools.set(pools.size() - 1, copy(last, boundary(policy, source.boundaryStage())));
        }
        pools.forEach(CutPool::markWarmStart);
        return pools;
    }

    private static CutPool boundary(final Policy policy, final int stageId)
    {
        for (int stage = 0; stage < policy.stageCount(); stage++)
        {
            if (policy.pool(stage).stageId() == stageId)
            {
                checkWhole(policy.pool(stage));
                final CutPool cuts = copy(stageId, policy.pool(stage));
                cuts.endFloor(policy.info().floors().get(stage) / StageLp.COST_SCALE);
                return cuts;
            }
        }
        throw new CobreException(
            SolverErrorKind.INCOMPATIBLE_RUNS,
            "the boundary policy has no stage " + stageId + ", only the stages " + policy.pool(0).stageId() + " to " +
            policy.pool(policy.stageCount() - 1).stageId())
            .with("key", "policy.boundary.source_stage")
            .with("value", stageId)
            .suggest("name the stage of that policy after which this case ends");
    }

    /** After the last stage there are no openings that cuts could belong to. */
    private static void checkWhole(final CutPool pool)
    {
        if (pool.parts().openings() > 0)
        {
            throw new CobreException(
                SolverErrorKind.INCOMPATIBLE_SETTINGS,
                "not implemented: a boundary of cuts for each opening, as stage " + pool.stageId() +
                " of the boundary policy has them")
                .with("reason", "not_implemented")
                .with("key", "policy.boundary")
                .suggest("train the boundary policy with \"cut_formulation\": \"single\"");
        }
    }

    private static CutPool copy(final CutPool from)
    {
        return copy(from.stageId(), from);
    }

    private static CutPool copy(final int stageId, final CutPool from)
    {
        final CutPool into = new CutPool(stageId, from.dimension(), from.parts());
        final double[] coefficients = new double[from.dimension()];
        for (int slot = 0; slot < from.populated(); slot++)
        {
            if (from.active(slot))
            {
                for (int index = 0; index < coefficients.length; index++)
                {
                    coefficients[index] = from.coefficient(slot, index);
                }
                into.add(from.intercept(slot), coefficients, 0, 0, from.pass(slot), from.opening(slot));
            }
        }
        into.endFloor(from.endFloor());
        return into;
    }
}
