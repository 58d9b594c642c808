package io.cobre.solver.stochastic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.apache.commons.math3.random.SobolSequenceGenerator;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationException;

/**
 * Direction numbers of Sobol points, 32 bits each, from the table new-joe-kuo-6 of S. Joe and F. Y. Kuo as far as the
 * mathematics library carries it.
 */
final class SobolDirections
{
    static final int BITS = 32;
    static final int LARGEST_DIMENSION = 1000;
    private static final String TABLE = "/assets/org/apache/commons/math3/random/new-joe-kuo-6.1000";

    private SobolDirections()
    {
    }

    /** By dimension and bit, the first direction with the highest bit. */
    static int[][] of(final int dimension)
    {
        if (dimension > LARGEST_DIMENSION)
        {
            throw new ValidationException(
                SolverErrorKind.OUT_OF_RANGE,
                "qmc_sobol has direction numbers for " + LARGEST_DIMENSION + " dimensions; the noise has " + dimension)
                .with("dimension", dimension)
                .suggest("use the sampling_method saa, lhs or qmc_halton");
        }
        final int[][] directions = new int[dimension][];
        if (dimension > 0)
        {
            directions[0] = first();
        }
        try (InputStream stream = SobolSequenceGenerator.class.getResourceAsStream(TABLE);
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII)))
        {
            reader.readLine();
            for (int d = 1; d < dimension; d++)
            {
                directions[d] = parse(reader.readLine());
            }
        }
        catch (final IOException ex)
        {
            throw new UncheckedIOException(ex);
        }
        return directions;
    }

    private static int[] first()
    {
        final int[] directions = new int[BITS];
        Arrays.setAll(directions, bit -> 1 << BITS - 1 - bit);
        return directions;
    }

    /** A line holds the dimension, the degree of the polynomial, its inner coefficients, and the initial numbers. */
    private static int[] parse(final String line)
    {
        final int[] fields = Arrays.stream(line.trim().split("\\s+")).mapToInt(Integer::parseInt).toArray();
        final int degree = fields[1];
        final int polynomial = fields[2];
        final int[] directions = new int[BITS];
        for (int bit = 0; bit < BITS; bit++)
        {
            if (bit < degree)
            {
                directions[bit] = fields[3 + bit] << BITS - 1 - bit;
            }
            else
            {
                directions[bit] = directions[bit - degree] ^ directions[bit - degree] >>> degree;
                for (int k = 1; k < degree; k++)
                {
                    directions[bit] ^= (polynomial >>> degree - 1 - k & 1) * directions[bit - k];
                }
            }
        }
        return directions;
    }
}
