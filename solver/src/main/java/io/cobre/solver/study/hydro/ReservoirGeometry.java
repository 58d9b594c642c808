package io.cobre.solver.study.hydro;

/**
 * Level and surface of a reservoir by volume.
 */
public final class ReservoirGeometry
{
    private final Curve level;
    private final Curve surface;

    /**
     * Geometry from its table.
     *
     * @param volumes hm3, strictly ascending, at least one.
     * @param levels  m above sea.
     * @param areas   km2.
     */
    public ReservoirGeometry(final double[] volumes, final double[] levels, final double[] areas)
    {
        level = new Curve(volumes, levels);
        surface = new Curve(volumes, areas);
    }

    Curve level()
    {
        return level;
    }

    Curve surface()
    {
        return surface;
    }
}
