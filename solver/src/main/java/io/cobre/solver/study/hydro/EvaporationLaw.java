package io.cobre.solver.study.hydro;

/**
 * Evaporation of a reservoir in a stage as a linear function of its mean storage: constant + slope * storage.
 *
 * @param constant m3/s.
 * @param slope    m3/s per hm3.
 */
public record EvaporationLaw(double constant, double slope)
{
    /** Millimetres over a square kilometre in an hour are 1000 m3 in 3600 s. */
    private static final double SECONDS_PER_HOUR_BY_THOUSAND = 3.6;

    /**
     * Tangent of the evaporation at a reference volume.
     *
     * @param geometry    surface by volume.
     * @param millimetres evaporated depth over the stage, mm; negative where rain prevails.
     * @param reference   volume of the tangent, hm3.
     * @param hours       of the stage.
     * @return the tangent.
     */
    public static EvaporationLaw tangent(
        final ReservoirGeometry geometry, final double millimetres, final double reference, final double hours)
    {
        final double scale = 1.0 / (SECONDS_PER_HOUR_BY_THOUSAND * hours);
        final double slope = scale * millimetres * geometry.surface().slope(reference);
        return new EvaporationLaw(
            scale * millimetres * geometry.surface().at(reference) - slope * reference, slope);
    }
}
