package io.cobre.solver.stochastic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationException;
import io.cobre.solver.study.EntityClass;
import io.cobre.solver.study.ExternalScenario;

/**
 * Scenarios of one class from outside as noise by stage and scenario. Stages with fewer scenarios repeat theirs.
 */
final class ExternalPaths
{
    private static final double TOLERANCE = 1e-9;

    private final EntityClass entityClass;
    private final NoiseLayout layout;
    private final int[] given;
    private final int paths;
    private final double[][][] noise;

    private ExternalPaths(
        final EntityClass entityClass, final NoiseLayout layout, final List<ExternalScenario> rows, final int stages)
    {
        this.entityClass = entityClass;
        this.layout = layout;
        given = new int[stages];
        rows.forEach(row -> given[row.stage()] = Math.max(given[row.stage()], row.scenario() + 1));
        paths = Arrays.stream(given).max().orElse(0);
        noise = new double[stages][paths][layout.count(entityClass)];
        requireStages();
        read(rows);
    }

    /** Paths of inflows; the noise follows from the lags along each path. */
    static ExternalPaths inflows(
        final List<ExternalScenario> rows,
        final NoiseLayout layout,
        final InflowModel inflow,
        final LagTransitions lags,
        final int stages)
    {
        final ExternalPaths result = new ExternalPaths(EntityClass.INFLOW, layout, rows, stages);
        final int hydros = layout.count(EntityClass.INFLOW);
        final double[] realised = new double[hydros];
        final InflowWalk walk = new InflowWalk(inflow, lags, hydros);
        for (int path = 0; path < result.paths; path++)
        {
            walk.start();
            for (int t = 0; t < stages; t++)
            {
                System.arraycopy(result.noise[t][path], 0, realised, 0, hydros);
                walk.step(t, realised, result.noise[t][path]);
            }
        }
        return result;
    }

    /** Paths of loads or availabilities, which have no memory. */
    static ExternalPaths independent(
        final EntityClass entityClass,
        final List<ExternalScenario> rows,
        final NoiseLayout layout,
        final NoiseMap map,
        final int stages)
    {
        final ExternalPaths result = new ExternalPaths(entityClass, layout, rows, stages);
        for (int t = 0; t < stages; t++)
        {
            for (final double[] values : result.noise[t])
            {
                for (int i = 0; i < values.length; i++)
                {
                    values[i] = result.standardised(values[i], map.mean(t, entityClass, i), map.std(t, entityClass, i));
                }
            }
        }
        return result;
    }

    /** Scenarios that the file has for a stage. */
    int given(final int stage)
    {
        return given[stage];
    }

    int paths()
    {
        return paths;
    }

    /** Write the places of the class into a noise vector. */
    void noise(final int path, final int stage, final double[] destination)
    {
        final double[] values = noise[stage][path];
        System.arraycopy(values, 0, destination, layout.first(entityClass), values.length);
    }

    private double standardised(final double value, final double mean, final double std)
    {
        if (std > 0.0)
        {
            return (value - mean) / std;
        }
        if (Math.abs(value - mean) > TOLERANCE * Math.max(1.0, Math.abs(mean)))
        {
            throw new ValidationException(
                SolverErrorKind.OUT_OF_RANGE,
                "an external scenario has the value " + value + " where the statistics allow only " + mean)
                .with("file", file())
                .suggest("give a deviation in the statistics");
        }
        return 0.0;
    }

    private void requireStages()
    {
        for (int t = 0; t < given.length; t++)
        {
            if (given[t] == 0)
            {
                throw new ValidationException(
                    SolverErrorKind.COVERAGE_MISMATCH, "no external " + name() + " scenario for stage index " + t)
                    .with("file", file())
                    .suggest("cover all stages");
            }
        }
    }

    private void read(final List<ExternalScenario> rows)
    {
        for (final double[][] stage : noise)
        {
            for (final double[] path : stage)
            {
                Arrays.fill(path, Double.NaN);
            }
        }
        for (final ExternalScenario row : rows)
        {
            final int place = layout.place(entityClass, row.entity());
            if (place < 0)
            {
                throw new ValidationException(
                    SolverErrorKind.COVERAGE_MISMATCH,
                    "external " + name() + " scenarios for entity index " + row.entity() + ", which has no statistics")
                    .with("file", file())
                    .suggest("give it statistics with a deviation, or remove its rows");
            }
            for (int path = row.scenario(); path < paths; path += given[row.stage()])
            {
                noise[row.stage()][path][place - layout.first(entityClass)] = row.value();
            }
        }
        requireValues();
    }

    private void requireValues()
    {
        for (int t = 0; t < noise.length; t++)
        {
            for (int path = 0; path < paths; path++)
            {
                for (int i = 0; i < noise[t][path].length; i++)
                {
                    if (Double.isNaN(noise[t][path][i]))
                    {
                        throw new ValidationException(
                            SolverErrorKind.COVERAGE_MISMATCH,
                            "external " + name() + " scenario " + path % given[t] + " of stage index " + t +
                            " lacks entity index " + layout.entity(entityClass, i))
                            .with("file", file())
                            .suggest("give every scenario a value for every entity");
                    }
                }
            }
        }
    }

    private String file()
    {
        return "scenarios/external_" + name() + "_scenarios.parquet";
    }

    private String name()
    {
        return entityClass.name().toLowerCase(Locale.ROOT);
    }
}
