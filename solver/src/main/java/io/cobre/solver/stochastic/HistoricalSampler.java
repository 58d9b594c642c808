package io.cobre.solver.stochastic;

/**
 * Trial paths that repeat the inflows of a historical window, lags before the first stage included.
 */
final class HistoricalSampler implements ForwardSampler
{
    private final HistoricalWindows windows;
    private final int hydros;

    HistoricalSampler(final HistoricalWindows windows, final int hydros)
    {
        this.windows = windows;
        this.hydros = hydros;
    }

    @Override
    public void sample(final int iteration, final int scenario, final int stage, final double[] noise)
    {
        final int window = window(iteration, scenario);
        for (int h = 0; h < hydros; h++)
        {
            noise[h] = windows.noise(window, stage, h);
        }
    }

    @Override
    public void initialLags(final int iteration, final int scenario, final double[] memory, final int offset)
    {
        windows.initialLags(window(iteration, scenario), memory, offset);
    }

    int window(final int iteration, final int scenario)
    {
        return (int) Long.remainderUnsigned(SeedHash.historical(iteration, scenario), windows.count());
    }
}
