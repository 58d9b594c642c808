package io.cobre.solver.study.hydro;

/**
 * Generation of a plant by storage, turbined and spilled flow.
 */
public final class ProductionFunction
{
    /** MW per m3/s and metre of head at full efficiency. */
    private static final double GRAVITY = 0.00981;

    private final ReservoirGeometry geometry;
    private final Tailrace tailrace;
    private final double lossShare;
    private final double lossMetres;
    private final double gain;

    /**
     * Function of a plant.
     *
     * @param geometry   level by volume.
     * @param tailrace   level below the plant.
     * @param lossShare  head loss as a share of the gross head.
     * @param lossMetres head loss that does not depend on the head, m.
     * @param efficiency of turbines and generators, in (0, 1].
     */
    public ProductionFunction(
        final ReservoirGeometry geometry,
        final Tailrace tailrace,
        final double lossShare,
        final double lossMetres,
        final double efficiency)
    {
        this.geometry = geometry;
        this.tailrace = tailrace;
        this.lossShare = lossShare;
        this.lossMetres = lossMetres;
        this.gain = GRAVITY * efficiency;
    }

    /**
     * Generation.
     *
     * @param volume   hm3.
     * @param turbined m3/s.
     * @param spilled  m3/s.
     * @return MW, not negative.
     */
    public double generation(final double volume, final double turbined, final double spilled)
    {
        return gain * turbined * Math.max(0.0, netHead(volume, turbined + spilled));
    }

    /** Tangent plane; where there is no head it is that of no generation. */
    FittedPlane tangent(final double volume, final double turbined, final double spilled)
    {
        final double head = netHead(volume, turbined + spilled);
        if (head <= 0.0)
        {
            return new FittedPlane(0.0, 0.0, 0.0, 0.0);
        }
        final double rise = (1.0 - lossShare) * tailrace.slope(turbined + spilled);
        final double perVolume = gain * turbined * (1.0 - lossShare) * geometry.level().slope(volume);
        final double perTurbined = gain * (head - turbined * rise);
        final double perSpilled = -gain * turbined * rise;
        final double constant = gain * turbined * head -
            perVolume * volume - perTurbined * turbined - perSpilled * spilled;
        return new FittedPlane(constant, perVolume, perTurbined, perSpilled);
    }

    /**
     * Least volume of the geometry.
     *
     * @return hm3.
     */
    public double smallestVolume()
    {
        return geometry.level().first();
    }

    /**
     * Greatest volume of the geometry.
     *
     * @return hm3.
     */
    public double largestVolume()
    {
        return geometry.level().last();
    }

    private double netHead(final double volume, final double outflow)
    {
        return (1.0 - lossShare) * (geometry.level().at(volume) - tailrace.level(outflow)) - lossMetres;
    }
}
