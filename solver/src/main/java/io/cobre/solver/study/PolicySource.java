package io.cobre.solver.study;

/**
 * Where the cuts come from that a run begins with; the section {@code policy} of config.json.
 *
 * @param mode          what training begins with.
 * @param path          policy folder that is read, relative to the output folder.
 * @param boundaryPath  policy folder whose cuts bound the cost after the last stage, relative to the output folder;
 *                      empty for none.
 * @param boundaryStage id of the stage of that policy whose cuts are taken.
 */
public record PolicySource(Mode mode, String path, String boundaryPath, int boundaryStage)
{
    /** Nothing is read unless a policy is simulated without training. */
    public static final PolicySource FRESH = new PolicySource(Mode.FRESH, "./policy", "", 0);

    /**
     * What training begins with.
     */
    public enum Mode
    {
        /** No cuts. */
        FRESH,
        /** The cuts of a policy. */
        WARM_START
    }

    /**
     * Whether the cost after the last stage is bounded by the cuts of another policy.
     *
     * @return true if there is a boundary.
     */
    public boolean hasBoundary()
    {
        return !boundaryPath.isEmpty();
    }
}
