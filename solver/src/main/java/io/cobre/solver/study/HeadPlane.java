package io.cobre.solver.study;

/**
 * A hyperplane above the production function of a hydro: generation is at most
 * {@code constant + perStorage * mean storage + perTurbined * turbined + perSpilled * spilled}.
 *
 * @param constant    MW, correction factor applied.
 * @param perStorage  MW per hm3 of mean storage, not negative.
 * @param perTurbined MW per m3/s, positive.
 * @param perSpilled  MW per m3/s, not positive.
 */
public record HeadPlane(double constant, double perStorage, double perTurbined, double perSpilled)
{
}
