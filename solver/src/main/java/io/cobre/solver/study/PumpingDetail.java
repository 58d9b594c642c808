package io.cobre.solver.study;

/**
 * Pumping stations of one stage, by station.
 *
 * @param min m3/s.
 * @param max m3/s; 0 for stations that cannot pump in this stage.
 */
public record PumpingDetail(double[] min, double[] max)
{
    /**
     * No pumping stations.
     *
     * @return empty arrays.
     */
    public static PumpingDetail none()
    {
        return new PumpingDetail(new double[0], new double[0]);
    }
}
