package io.cobre.solver.lp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Stage LPs drawn at random: reservoirs whose level is fixed on entry, plants, blocks with a load, a deficit that
 * makes every right-hand side feasible, and a future cost bounded from below by cuts. The load rows come last.
 */
public final class RandomLp
{
    private static final double INF = Double.POSITIVE_INFINITY;

    private final RandomGenerator random;
    private final int steps;
    private final int reservoirs;
    private final int thermals;
    private final int blocks;
    private final int future;
    private final double[] demand;

    private final List<double[]> columns = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();
    private final List<int[]> indices = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();

    public RandomLp(final long seed, final int reservoirs, final int thermals, final int blocks)
    {
        this(seed, reservoirs, thermals, blocks, 0);
    }

    private RandomLp(final long seed, final int reservoirs, final int thermals, final int blocks, final int steps)
    {
        this.steps = steps;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.reservoirs = reservoirs;
        this.thermals = thermals;
        this.blocks = blocks;
        this.future = 2 * reservoirs;
        this.demand = new double[blocks];
        build();
    }

    /** The LP of about 175 columns and 20 rows on which solvers are compared. */
    public static RandomLp small(final long seed)
    {
        return new RandomLp(seed, 4, 47, 3);
    }

    /** The LP of about 1000 columns and 150 rows on which solvers are compared. */
    public static RandomLp large(final long seed)
    {
        return new RandomLp(seed, 60, 58, 5);
    }

    /** An LP whose numbers are few and round, so that every choice of a pivot is among equals. */
    public static RandomLp withTies(final long seed)
    {
        return new RandomLp(seed, 12, 40, 6, 3);
    }

    public LpModel model()
    {
        final int[] starts = new int[rows.size() + 1];
        for (int i = 0; i < rows.size(); i++)
        {
            starts[i + 1] = starts[i] + indices.get(i).length;
        }
        return new LpModel(
            columns.stream().mapToDouble(column -> column[0]).toArray(),
            columns.stream().mapToDouble(column -> column[1]).toArray(),
            columns.stream().mapToDouble(column -> column[2]).toArray(),
            rows.stream().mapToDouble(row -> row[0]).toArray(),
            rows.stream().mapToDouble(row -> row[1]).toArray(),
            starts,
            indices.stream().flatMapToInt(Arrays::stream).toArray(),
            values.stream().flatMapToDouble(Arrays::stream).toArray());
    }

    /** The model with rows of cuts behind its own. */
    public LpModel modelWith(final Cut... cuts)
    {
        final LpModel model = model();
        final RowList list = new RowList(cuts);
        final int[] starts = Arrays.copyOf(model.starts(), model.rows() + cuts.length + 1);
        for (int i = 0; i < cuts.length; i++)
        {
            starts[model.rows() + i + 1] = starts[model.rows()] + list.starts[i + 1];
        }
        return new LpModel(
            model.cost(),
            model.columnLower(),
            model.columnUpper(),
            join(model.rowLower(), list.lower),
            join(model.rowUpper(), list.upper),
            starts,
            joinInts(model.indices(), list.indices),
            join(model.values(), list.values));
    }

    /** Rows that a trial changes: the entry levels. */
    public int[] noiseRows()
    {
        final int[] noise = new int[reservoirs + blocks];
        for (int i = 0; i < reservoirs; i++)
        {
            noise[i] = i;
        }
        for (int k = 0; k < blocks; k++)
        {
            noise[reservoirs + k] = 2 * reservoirs + k;
        }
        return noise;
    }

    /** Right-hand sides for {@link #noiseRows()}. */
    public double[] noise(final long seed)
    {
        final RandomGenerator draw = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        final double[] rhs = new double[reservoirs + blocks];
        for (int i = 0; i < reservoirs; i++)
        {
            rhs[i] = 100.0 * next(draw);
        }
        for (int k = 0; k < blocks; k++)
        {
            rhs[reservoirs + k] = demand[k] * (0.7 + 0.6 * next(draw));
        }
        return rhs;
    }

    Cut cut(final long seed)
    {
        final RandomGenerator draw = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        final double[] slopes = new double[reservoirs];
        double intercept = 0.0;
        for (int i = 0; i < reservoirs; i++)
        {
            slopes[i] = -20.0 * next(draw);
            intercept -= slopes[i] * 100.0 * next(draw);
        }
        return new Cut(future, intercept, slopes);
    }

    public Cut[] cuts(final int count, final long seed)
    {
        final Cut[] cuts = new Cut[count];
        for (int i = 0; i < count; i++)
        {
            cuts[i] = cut(seed + i);
        }
        return cuts;
    }

    /**
     * A row future - slopes * level >= intercept.
     */
    public record Cut(int future, double intercept, double[] slopes)
    {
    }

    /**
     * Cuts as arguments of {@link LpSolver#addRows}.
     */
    static final class RowList
    {
        final double[] lower;
        final double[] upper;
        final int[] starts;
        final int[] indices;
        final double[] values;

        RowList(final Cut... cuts)
        {
            final int width = cuts.length == 0 ? 0 : cuts[0].slopes().length + 1;
            lower = new double[cuts.length];
            upper = new double[cuts.length];
            starts = new int[cuts.length + 1];
            indices = new int[cuts.length * width];
            values = new double[cuts.length * width];
            for (int i = 0; i < cuts.length; i++)
            {
                lower[i] = cuts[i].intercept();
                upper[i] = INF;
                starts[i + 1] = starts[i] + width;
                for (int j = 0; j < width - 1; j++)
                {
                    indices[starts[i] + j] = j;
                    values[starts[i] + j] = -cuts[i].slopes()[j];
                }
                indices[starts[i + 1] - 1] = cuts[i].future();
                values[starts[i + 1] - 1] = 1.0;
            }
        }

        void addTo(final LpSolver solver)
        {
            solver.addRows(lower.length, lower, upper, starts, indices, values);
        }
    }

    private void build()
    {
        final double capacity = 200.0;
        for (int i = 0; i < reservoirs; i++)
        {
            columns.add(new double[] {0.0, 0.0, capacity});
        }
        for (int i = 0; i < reservoirs; i++)
        {
            columns.add(new double[] {0.0, -INF, INF});
        }
        columns.add(new double[] {1.0, 0.0, INF});
        for (int i = 0; i < reservoirs; i++)
        {
            addRow(50.0, 50.0, new int[] {reservoirs + i}, new double[] {1.0});
        }
        final int plants = columns.size();
        for (int i = 0; i < reservoirs * blocks; i++)
        {
            columns.add(new double[] {0.001 * next(random), 0.0, 20.0 + 40.0 * next(random)});
            columns.add(new double[] {0.01 * next(random), 0.0, INF});
        }
        for (int i = 0; i < reservoirs; i++)
        {
            addBalance(plants, i);
        }
        for (int k = 0; k < blocks; k++)
        {
            addLoad(plants, k);
        }
    }

    private void addBalance(final int plants, final int reservoir)
    {
        final int[] where = new int[2 + 2 * blocks];
        final double[] what = new double[where.length];
        where[0] = reservoir;
        what[0] = 1.0;
        where[1] = reservoirs + reservoir;
        what[1] = -1.0;
        for (int k = 0; k < blocks; k++)
        {
            final int turbined = plants + 2 * (reservoir * blocks + k);
            where[2 + 2 * k] = turbined;
            what[2 + 2 * k] = 1.0;
            where[3 + 2 * k] = turbined + 1;
            what[3 + 2 * k] = 1.0;
        }
        final double inflow = 30.0 * next(random);
        addRow(inflow, inflow, where, what);
    }

    private void addLoad(final int plants, final int block)
    {
        final int[] where = new int[reservoirs + thermals + 2];
        final double[] what = new double[where.length];
        double supply = 0.0;
        for (int i = 0; i < reservoirs; i++)
        {
            where[i] = plants + 2 * (i * blocks + block);
            what[i] = 0.3 + 0.6 * next(random);
            supply += 10.0 * what[i];
        }
        for (int i = 0; i < thermals; i++)
        {
            final double size = 10.0 * next(random);
            supply += 0.7 * size;
            where[reservoirs + i] = columns.size();
            what[reservoirs + i] = 1.0;
            columns.add(new double[] {5.0 + 95.0 * next(random), 0.0, size});
        }
        where[reservoirs + thermals] = columns.size();
        what[reservoirs + thermals] = 1.0;
        columns.add(new double[] {500.0, 0.0, INF});
        where[reservoirs + thermals + 1] = columns.size();
        what[reservoirs + thermals + 1] = -1.0;
        columns.add(new double[] {0.1, 0.0, INF});
        demand[block] = supply;
        addRow(supply, supply, where, what);
    }

    private void addRow(final double lower, final double upper, final int[] where, final double[] what)
    {
        rows.add(new double[] {lower, upper});
        indices.add(where);
        values.add(what);
    }

    private double next(final RandomGenerator source)
    {
        final double value = source.nextDouble();
        return steps == 0 ? value : (1.0 + Math.floor(value * steps)) / steps;
    }

    private static double[] join(final double[] head, final double[] tail)
    {
        final double[] all = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        return all;
    }

    private static int[] joinInts(final int[] head, final int[] tail)
    {
        final int[] all = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        return all;
    }
}
