package io.cobre.solver.stochastic;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.cobre.solver.study.AvailabilityStatistics;
import io.cobre.solver.study.EntityClass;
import io.cobre.solver.study.StageData;
import io.cobre.solver.study.Study;

/**
 * Places of the noise vector: all hydros, then buses whose load varies, then non-controllable sources with statistics.
 */
public final class NoiseLayout
{
    private final int hydros;
    private final int[] loadBuses;
    private final int[] sources;

    private NoiseLayout(final int hydros, final int[] loadBuses, final int[] sources)
    {
        this.hydros = hydros;
        this.loadBuses = loadBuses;
        this.sources = sources;
    }

    static NoiseLayout of(final Study study)
    {
        return of(
            study.hydros().size(),
            study.data().stream().map(StageData::loadStd).toArray(double[][]::new),
            study.scenarios().availability());
    }

    /** Layout from the deviations of the loads by stage and bus. */
    static NoiseLayout of(
        final int hydros, final double[][] loadStd, final List<AvailabilityStatistics> availability)
    {
        final int[] buses = IntStream.range(0, loadStd[0].length)
            .filter(b -> Arrays.stream(loadStd).anyMatch(stage -> stage[b] > 0.0))
            .toArray();
        final int[] sources = availability.stream()
            .mapToInt(AvailabilityStatistics::source).distinct().sorted().toArray();
        return new NoiseLayout(hydros, buses, sources);
    }

    /**
     * Length of the noise vector.
     *
     * @return hydros plus stochastic loads plus stochastic sources.
     */
    public int dimension()
    {
        return hydros + loadBuses.length + sources.length;
    }

    /**
     * Number of entities of a class that have a place.
     *
     * @param entityClass class.
     * @return 0 or more.
     */
    public int count(final EntityClass entityClass)
    {
        return switch (entityClass)
        {
            case INFLOW -> hydros;
            case LOAD -> loadBuses.length;
            case NCS -> sources.length;
        };
    }

    /**
     * First place of a class.
     *
     * @param entityClass class.
     * @return index in the noise vector.
     */
    public int first(final EntityClass entityClass)
    {
        return switch (entityClass)
        {
            case INFLOW -> 0;
            case LOAD -> hydros;
            case NCS -> hydros + loadBuses.length;
        };
    }

    /**
     * Entity at a place of its class.
     *
     * @param entityClass class.
     * @param position    within the class, from 0.
     * @return index of the hydro, bus or non-controllable source.
     */
    public int entity(final EntityClass entityClass, final int position)
    {
        return switch (entityClass)
        {
            case INFLOW -> position;
            case LOAD -> loadBuses[position];
            case NCS -> sources[position];
        };
    }

    /**
     * Place of an entity.
     *
     * @param entityClass class.
     * @param entity      index of the hydro, bus or non-controllable source.
     * @return index in the noise vector, -1 if the entity has none.
     */
    public int place(final EntityClass entityClass, final int entity)
    {
        for (int i = 0; i < count(entityClass); i++)
        {
            if (entity(entityClass, i) == entity)
            {
                return first(entityClass) + i;
            }
        }
        return -1;
    }
}
