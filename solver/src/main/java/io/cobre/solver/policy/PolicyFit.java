package io.cobre.solver.policy;

import io.cobre.engine.CobreException;
import io.cobre.solver.error.SolverErrorKind;
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
