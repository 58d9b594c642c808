package io.cobre.solver.worker;

/**
 * Names of the solver's files in a run directory.
 */
final class RunFiles
{
    static final String JOB = "job.bin";
    static final String POLICY = "policy.bin";
    static final String STARTING_CUTS = "starting_cuts.bin";
    static final String DETAIL = "detail.bin";

    private RunFiles()
    {
    }
}
