package io.cobre.solver.stochastic;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationException;
import org.agrona.MutableDirectBuffer;

/**
 * Openings in one flat buffer of doubles in native byte order, by stage, opening and noise dimension.
 */
final class StoredOpenings implements OpeningTree
{
    private final MutableDirectBuffer values;
    private final int dimension;
    private final int[] first;

    /**
     * Lay a tree over a buffer.
     *
     * @param values    at least {@link #bytes} long.
     * @param dimension length of a noise vector.
     * @param openings  by stage.
     */
    StoredOpenings(final MutableDirectBuffer values, final int dimension, final int[] openings)
    {
        this.values = values;
        this.dimension = dimension;
        first = new int[openings.length + 1];
        for (int t = 0; t < openings.length; t++)
        {
            first[t + 1] = first[t] + openings[t];
        }
    }

    /** Size of the buffer that holds a tree. */
    static int bytes(final int dimension, final int[] openings)
    {
        long count = 0;
        for (final int n : openings)
        {
            count += n;
        }
        if (count > Integer.MAX_VALUE / Double.BYTES / Math.max(1, dimension))
        {
            throw new ValidationException(
                SolverErrorKind.OUT_OF_RANGE,
                count + " openings with " + dimension + " random numbers each do not fit into 2 GiB")
                .with("file", "stages.json")
                .with("field", "num_scenarios")
                .with("value", count)
                .suggest("lower num_scenarios of the stages");
        }
        return (int) (count * dimension * Double.BYTES);
    }

    @Override
    public int dimension()
    {
        return dimension;
    }

    @Override
    public int openings(final int stage)
    {
        return first[stage + 1] - first[stage];
    }

    @Override
    public void opening(final int stage, final int opening, final double[] noise)
    {
        final int start = offset(stage, opening);
        for (int d = 0; d < dimension; d++)
        {
            noise[d] = values.getDouble(start + d * Double.BYTES);
        }
    }

    void store(final int stage, final int opening, final double[] noise)
    {
        final int start = offset(stage, opening);
        for (int d = 0; d < dimension; d++)
        {
            values.putDouble(start + d * Double.BYTES, noise[d]);
        }
    }

    private int offset(final int stage, final int opening)
    {
        final int openings = openings(stage);
        if (opening < 0 || opening >= openings)
        {
            throw new IndexOutOfBoundsException("opening " + opening + " of " + openings + " at stage " + stage);
        }
        return (first[stage] + opening) * dimension * Double.BYTES;
    }
}
