package io.cobre.solver.lp.highs;

import io.cobre.solver.lp.natives.NativeLibraries;
import java.nio.file.Path;

/**
 * Reads an MPS file with HiGHS and solves it, so that tests need not believe the writer.
 */
public final class MpsReader
{
    static
    {
        HighsCalls.load();
        NativeLibraries.bind(MpsReader.class, NativeLibraries.highs());
    }

    private MpsReader()
    {
    }

    static native int Highs_readModel(long highs, String file);

    /**
     * Objective of the LP in a file.
     *
     * @param file in MPS format.
     * @return of the optimum; NaN if there is none or the file cannot be read.
     */
    public static double objective(final Path file)
    {
        final long highs = HighsCalls.Highs_create();
        try
        {
            HighsCalls.Highs_setBoolOptionValue(highs, "output_flag", 0);
            HighsCalls.Highs_setIntOptionValue(highs, "threads", 1);
            HighsCalls.Highs_setStringOptionValue(highs, "parallel", "off");
            final boolean read = Highs_readModel(highs, file.toString()) == 0;
            final boolean ran = read && HighsCalls.Highs_run(highs) == 0;
            final boolean solved = ran && HighsCalls.Highs_getModelStatus(highs) == 7;
            return solved ? HighsCalls.Highs_getObjectiveValue(highs) : Double.NaN;
        }
        finally
        {
            HighsCalls.Highs_destroy(highs);
        }
    }
}
