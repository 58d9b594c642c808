package io.cobre.solver.study.hydro;

/**
 * A plane over volume, turbined and spilled flow.
 *
 * @param constant    MW.
 * @param perVolume   MW per hm3.
 * @param perTurbined MW per m3/s.
 * @param perSpilled  MW per m3/s.
 */
public record FittedPlane(double constant, double perVolume, double perTurbined, double perSpilled)
{
    double at(final double volume, final double turbined, final double spilled)
    {
        return constant + perVolume * volume + perTurbined * turbined + perSpilled * spilled;
    }

    boolean near(final FittedPlane other, final double tolerance)
    {
        return Math.abs(constant - other.constant) < tolerance &&
            Math.abs(perVolume - other.perVolume) < tolerance &&
            Math.abs(perTurbined - other.perTurbined) < tolerance &&
            Math.abs(perSpilled - other.perSpilled) < tolerance;
    }
}
