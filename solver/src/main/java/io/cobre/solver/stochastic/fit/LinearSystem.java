package io.cobre.solver.stochastic.fit;

/**
 * Small dense systems by Gaussian elimination with row pivoting.
 */
final class LinearSystem
{
    private static final double SINGULAR = 1e-12;

    private LinearSystem()
    {
    }

    /** Solution, or null if the matrix is singular; both arguments are overwritten. */
    static double[] solve(final double[][] matrix, final double[] right)
    {
        final int n = right.length;
        for (int k = 0; k < n; k++)
        {
            final int pivot = pivot(matrix, k);
            if (Math.abs(matrix[pivot][k]) < SINGULAR)
            {
                return null;
            }
            swap(matrix, right, k, pivot);
            for (int i = k + 1; i < n; i++)
            {
                final double factor = matrix[i][k] / matrix[k][k];
                for (int j = k; j < n; j++)
                {
                    matrix[i][j] -= factor * matrix[k][j];
                }
                right[i] -= factor * right[k];
            }
        }
        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < n; j++)
            {
                right[i] -= matrix[i][j] * right[j];
            }
            right[i] /= matrix[i][i];
        }
        return right;
    }

    private static int pivot(final double[][] matrix, final int column)
    {
        int best = column;
        for (int i = column + 1; i < matrix.length; i++)
        {
            if (Math.abs(matrix[i][column]) > Math.abs(matrix[best][column]))
            {
                best = i;
            }
        }
        return best;
    }

    private static void swap(final double[][] matrix, final double[] right, final int a, final int b)
    {
        final double[] row = matrix[a];
        matrix[a] = matrix[b];
        matrix[b] = row;
        final double value = right[a];
        right[a] = right[b];
        right[b] = value;
    }
}
