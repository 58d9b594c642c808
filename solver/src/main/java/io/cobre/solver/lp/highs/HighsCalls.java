package io.cobre.solver.lp.highs;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.cobre.solver.lp.natives.NativeLibraries;
import io.cobre.solver.lp.natives.NativeLibraries.LibraryFile;

import java.nio.charset.StandardCharsets;

/**
 * The C functions of HiGHS that are used, bound to the library by JNA's direct mapping. Pointers are longs; an int
 * result is a status: -1 error, 0 fine, 1 warning.
 */
final class HighsCalls
{
    private static LibraryFile library;
    private static long primalInfeasibility;
    private static long dualInfeasibility;
    private static long simplexIterations;

    private HighsCalls()
    {
    }

    /**
     * Load the library on first use; to be called before anything else here.
     *
     * @return what was loaded.
     */
    static synchronized LibraryFile load()
    {
        if (library == null)
        {
            final LibraryFile file = NativeLibraries.highs();
            NativeLibraries.bind(HighsCalls.class, file);
            primalInfeasibility = constant("max_primal_infeasibility");
            dualInfeasibility = constant("max_dual_infeasibility");
            simplexIterations = constant("simplex_iteration_count");
            library = file;
        }
        return library;
    }

    /** Name of an info, a C string. */
    static long primalInfeasibility()
    {
        return primalInfeasibility;
    }

    /** Name of an info, a C string. */
    static long dualInfeasibility()
    {
        return dualInfeasibility;
    }

    /** Name of an info, a C string. */
    static long simplexIterations()
    {
        return simplexIterations;
    }

    static native String Highs_version();

    static native int Highs_getSizeofHighsInt(long highs);

    static native long Highs_create();

    static native void Highs_destroy(long highs);

    static native int Highs_setBoolOptionValue(long highs, String option, int value);

    static native int Highs_setIntOptionValue(long highs, String option, int value);

    static native int Highs_setDoubleOptionValue(long highs, String option, double value);

    static native int Highs_setStringOptionValue(long highs, String option, String value);

    static native int Highs_passLp(
        long highs,
        int columns,
        int rows,
        int entries,
        int format,
        int sense,
        double offset,
        long cost,
        long columnLower,
        long columnUpper,
        long rowLower,
        long rowUpper,
        long starts,
        long indices,
        long values);

    static native int Highs_addRows(
        long highs, int rows, long lower, long upper, int entries, long starts, long indices, long values);

    static native int Highs_deleteRowsBySet(long highs, int count, long rows);

    static native int Highs_changeRowsBoundsBySet(long highs, int count, long rows, long lower, long upper);

    static native int Highs_changeColsBoundsBySet(long highs, int count, long columns, long lower, long upper);

    static native int Highs_clearSolver(long highs);

    static native int Highs_setBasis(long highs, long columnStatus, long rowStatus);

    static native int Highs_run(long highs);

    static native int Highs_getModelStatus(long highs);

    static native double Highs_getObjectiveValue(long highs);

    static native int Highs_getDoubleInfoValue(long highs, long info, long value);

    static native int Highs_getIntInfoValue(long highs, long info, long value);

    static native int Highs_getSolution(
        long highs, long columnValues, long columnDuals, long rowValues, long rowDuals);

    static native int Highs_getBasis(long highs, long columnStatus, long rowStatus);

    /** Names of infos are passed with every question: they stay in native memory for the life of the JVM. */
    private static long constant(final String text)
    {
        final byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        final long address = Native.malloc(bytes.length + 1L);
        final Pointer pointer = new Pointer(address);
        pointer.write(0, bytes, 0, bytes.length);
        pointer.setByte(bytes.length, (byte) 0);
        return address;
    }
}
