package io.cobre.solver.study;

/**
 * Non-controllable sources of one stage, by source.
 *
 * @param active          whether the source exists in this stage.
 * @param available       MW without noise, block factors not applied; sources with statistics take their capacity
 *                        times a sampled share instead.
 * @param factor          by source and block.
 * @param curtailmentCost reward of generation, $/MWh.
 */
public record SourceDetail(boolean[] active, double[] available, double[][] factor, double[] curtailmentCost)
{
    /**
     * No sources.
     *
     * @return empty arrays.
     */
    public static SourceDetail none()
    {
        return new SourceDetail(new boolean[0], new double[0], new double[0][], new double[0]);
    }
}
