package io.cobre.solver.study;

/**
 * When cuts leave the LPs.
 *
 * @param method            which cuts go at a check.
 * @param checkFrequency    iterations from check to check, at least 1.
 * @param memoryWindow      iterations without being binding that a cut survives (LML1).
 * @param threshold         binding events that a cut must exceed (LEVEL1).
 * @param dominationEpsilon slack of the comparison with the other cuts (DOMINATION), $.
 * @param activityTolerance dual above which a cut counts as binding.
 * @param maxActive         active cuts by stage, 0 without a limit.
 */
public record CutSelection(
    Method method,
    int checkFrequency,
    int memoryWindow,
    int threshold,
    double dominationEpsilon,
    double activityTolerance,
    int maxActive)
{
    /** All cuts stay. */
    public static final CutSelection NONE = new CutSelection(Method.NONE, 5, 0, 0, 0.0, 0.0, 0);

    /**
     * Which cuts go.
     */
    public enum Method
    {
        /** None. */
        NONE,
        /** Those that were hardly ever binding. */
        LEVEL1,
        /** Those that have not been binding for some iterations. */
        LML1,
        /** Those that are below others at every visited state. */
        DOMINATION
    }
}
