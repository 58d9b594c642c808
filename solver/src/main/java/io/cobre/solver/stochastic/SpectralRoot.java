package io.cobre.solver.stochastic;

/**
 * Symmetric square root of a symmetric matrix by Jacobi rotations; negative eigenvalues count as zero.
 */
final class SpectralRoot
{
    private static final int SWEEPS = 100;
    private static final double CONVERGED = 1e-15;

    private final int n;
    private final double[][] a;
    private final double[][] vectors;

    private SpectralRoot(final double[][] matrix)
    {
        n = matrix.length;
        a = new double[n][];
        vectors = new double[n][n];
        for (int i = 0; i < n; i++)
        {
            a[i] = matrix[i].clone();
            vectors[i][i] = 1.0;
        }
    }

    static double[][] of(final double[][] matrix)
    {
        final SpectralRoot root = new SpectralRoot(matrix);
        for (int sweep = 0; sweep < SWEEPS && root.offDiagonal() > CONVERGED * matrix.length; sweep++)
        {
            root.sweep();
        }
        return root.compose();
    }

    private double offDiagonal()
    {
        double largest = 0.0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                largest = Math.max(largest, Math.abs(a[i][j]));
            }
        }
        return largest;
    }

    private void sweep()
    {
        for (int p = 0; p < n; p++)
        {
            for (int q = p + 1; q < n; q++)
            {
                if (a[p][q] != 0.0)
                {
                    rotate(p, q);
                }
            }
        }
    }

    private void rotate(final int p, final int q)
    {
        final double theta = (a[q][q] - a[p][p]) / (2.0 * a[p][q]);
        final double t = Math.copySign(1.0, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1.0));
        final double c = 1.0 / Math.sqrt(t * t + 1.0);
        final double s = t * c;
        for (int k = 0; k < n; k++)
        {
            final double kp = a[k][p];
            final double kq = a[k][q];
            a[k][p] = c * kp - s * kq;
            a[k][q] = s * kp + c * kq;
        }
        for (int k = 0; k < n; k++)
        {
            final double pk = a[p][k];
            final double qk = a[q][k];
            a[p][k] = c * pk - s * qk;
            a[q][k] = s * pk + c * qk;
            final double vp = vectors[k][p];
            final double vq = vectors[k][q];
            vectors[k][p] = c * vp - s * vq;
            vectors[k][q] = s * vp + c * vq;
        }
    }

    private double[][] compose()
    {
        final double[][] root = new double[n][n];
        for (int k = 0; k < n; k++)
        {
            final double scale = Math.sqrt(Math.max(0.0, a[k][k]));
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    root[i][j] += vectors[i][k] * scale * vectors[j][k];
                }
            }
        }
        return root;
    }
}
