package io.cobre.solver.policy;

import io.cobre.engine.CobreException;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.lp.FutureParts;
import io.cobre.solver.study.Study;

/**
 * Whether a policy fits a case: the same stages and the same state.
 */
public final class PolicyFit
{
    private PolicyFit()
    {
    }

    /**
     * Check a policy whose stages shall be those of a case.
     *
     * @param policy         any.
     * @param study          the case.
     * @param stateDimension of the case.
     * @throws CobreException IncompatibleRuns naming what differs.
     */
    public static void check(final Policy policy, final Study study, final int stateDimension)
    {
        if (policy.stageCount() != study.stageCount())
        {
            throw mismatch("stages", policy.stageCount(), study.stageCount());
        }
        checkState(policy, stateDimension);
        checkFormulation(policy, study);
        for (int stage = 0; stage < study.stageCount(); stage++)
        {
            final int id = study.stages().get(stage).id();
            if (policy.pool(stage).stageId() != id)
            {
                throw mismatch("as id of stage " + stage, policy.pool(stage).stageId(), id);
            }
        }
    }

    /**
     * Check that the cuts of a policy are functions of the state of a case.
     *
     * @param policy         any.
     * @param stateDimension of the case.
     * @throws CobreException IncompatibleRuns if they are not.
     */
    public static void checkState(final Policy policy, final int stateDimension)
    {
        if (policy.info().stateDimension() != stateDimension)
        {
            throw mismatch("state variables", policy.info().stateDimension(), stateDimension);
        }
    }

    private static void checkFormulation(final Policy policy, final Study study)
    {
        for (int stage = 0; stage < policy.stageCount(); stage++)
        {
            final int openings = policy.pool(stage).parts().openings();
            if (openings > 0 && !study.config().cutsByOpening())
            {
                throw new CobreException(
                    SolverErrorKind.INCOMPATIBLE_RUNS,
                    "the policy has cuts for each of " + openings + " openings, the case wants one for all of them")
                    .with("key", "training.cut_formulation")
                    .with("policy", "multi")
                    .with("case", "single")
                    .suggest("set training.cut_formulation to \"multi\", or train a policy with \"single\"");
            }
        }
    }

    /**
     * Check that cuts can be followed in an LP: they bound the future cost as a whole, or after as many openings and
     * under the same risk measure.
     *
     * @param pool  of a policy.
     * @param parts of the future cost in the LP.
     * @throws CobreException IncompatibleRuns naming what differs.
     */
    public static void checkParts(final CutPool pool, final FutureParts parts)
    {
        final FutureParts own = pool.parts();
        if (own.openings() > 0 && own.openings() != parts.openings())
        {
            throw mismatch("openings after stage " + pool.stageId(), own.openings(), parts.openings());
        }
        if (own.openings() > 0 && !own.risk().equals(parts.risk()))
        {
            throw differs("another risk measure after", pool, own.risk(), parts.risk());
        }
    }

    /**
     * Check that cuts and those that training will add bound the same: the cost after the same openings.
     *
     * @param pool  that training begins with.
     * @param parts of the future cost in the LP.
     * @throws CobreException IncompatibleRuns naming what differs.
     */
    public static void checkMixing(final CutPool pool, final FutureParts parts)
    {
        checkParts(pool, parts);
        if (pool.parts().openings() > 0 && pool.parts().noise() != parts.noise())
        {
            throw differs(
                "cuts for each opening, but other openings after", pool,
                Long.toHexString(pool.parts().noise()), Long.toHexString(parts.noise()));
        }
    }

    private static CobreException differs(
        final String what, final CutPool pool, final Object inPolicy, final Object inCase)
    {
        return new CobreException(
            SolverErrorKind.INCOMPATIBLE_RUNS,
            "the policy was trained for another case: it has " + what + " stage " + pool.stageId())
            .with("policy", inPolicy.toString())
            .with("case", inCase.toString())
            .suggest("train a policy for this case");
    }

    private static CobreException mismatch(final String what, final int inPolicy, final int inCase)
    {
        return new CobreException(
            SolverErrorKind.INCOMPATIBLE_RUNS,
            "the policy was trained for another case: it has " + inPolicy + " " + what + ", the case " + inCase)
            .with("policy", inPolicy)
            .with("case", inCase)
            .suggest("train a policy for this case");
    }
}
