package io.cobre.solver.error;

import io.cobre.engine.CobreException;

/**
 * The LP solver found no accepted optimum; context: {@code stage}, {@code iteration}, {@code solver_status}.
 */
public class SolverException extends CobreException
{
    private static final long serialVersionUID = 1L;

    /**
     * Create the error.
     *
     * @param message      one sentence with the values in it.
     * @param stage        id of the stage.
     * @param iteration    from 1; 0 outside training.
     * @param solverStatus what the solver said last.
     */
    public SolverException(final String message, final int stage, final int iteration, final String solverStatus)
    {
        super(SolverErrorKind.SOLVER_FAILURE, message);
        with("stage", stage).with("iteration", iteration).with("solver_status", solverStatus);
    }

    /**
     * The stage whose LP failed.
     *
     * @return its id.
     */
    public int stage()
    {
        return (Integer) context().get("stage");
    }

    /**
     * The iteration in which it failed.
     *
     * @return from 1; 0 outside training.
     */
    public int iteration()
    {
        return (Integer) context().get("iteration");
    }

    /**
     * What the solver said last.
     *
     * @return its status.
     */
    public String solverStatus()
    {
        return (String) context().get("solver_status");
    }
}
