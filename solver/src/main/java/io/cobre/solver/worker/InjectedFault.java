package io.cobre.solver.worker;

import io.cobre.solver.lp.LpSource;
import io.cobre.solver.lp.SolveFaults;

import java.util.Arrays;

/**
 * A failure on purpose, to see what a run makes of it (SS6.1a): the system property {@value #FAULT_PROP_NAME} of the
 * workers, or of a process that computes itself, holds iteration, stage id, trial index and opening index of the solve
 * that shall fail, for example {@code -Dcobre.solve.fault=2,3,1,0} among the JVM arguments of a run.
 */
public final class InjectedFault
{
    /** The system property. */
    public static final String FAULT_PROP_NAME = "cobre.solve.fault";

    private static final int ALL_ATTEMPTS = 1000;

    private InjectedFault()
    {
    }

    /**
     * Let a solve fail if the property says so.
     *
     * @param solvers makes LP instances.
     * @return the same without the property.
     */
    public static LpSource into(final LpSource solvers)
    {
        final String place = System.getProperty(FAULT_PROP_NAME);
        return place == null ? solvers : solvers.failing(at(place));
    }

    private static SolveFaults at(final String place)
    {
        final int[] wanted = Arrays.stream(place.split(",")).mapToInt(Integer::parseInt).toArray();
        return (iteration, stage, trial, opening) ->
            Arrays.equals(wanted, new int[]{iteration, stage, trial, opening}) ? ALL_ATTEMPTS : 0;
    }
}
