package io.cobre.solver.lp.clp;

import io.cobre.solver.lp.natives.NativeLibraries;
import io.cobre.solver.lp.natives.NativeLibraries.LibraryFile;

/**
 * The C functions of CLP that are used, bound to the library by JNA's direct mapping. Pointers are longs.
 */
final class ClpCalls
{
    private static LibraryFile library;

    private ClpCalls()
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
            final LibraryFile file = NativeLibraries.clp();
            NativeLibraries.bind(ClpCalls.class, file);
            library = file;
        }
        return library;
    }

    static native String Clp_Version();

    static native long Clp_newModel();

    static native void Clp_deleteModel(long model);

    static native void Clp_setLogLevel(long model, int level);

    static native void Clp_setMaximumIterations(long model, int limit);

    static native void Clp_setPrimalTolerance(long model, double tolerance);

    static native void Clp_setDualTolerance(long model, double tolerance);

    static native void Clp_setPerturbation(long model, int code);

    static native void Clp_scaling(long model, int mode);

    static native void Clp_loadProblem(
        long model,
        int columns,
        int rows,
        long starts,
        long indices,
        long values,
        long columnLower,
        long columnUpper,
        long cost,
        long rowLower,
        long rowUpper);

    static native long Clp_rowLower(long model);

    static native long Clp_rowUpper(long model);

    static native long Clp_columnLower(long model);

    static native long Clp_columnUpper(long model);

    static native void Clp_copyinStatus(long model, long status);

    static native long Clp_statusArray(long model);

    static native int Clp_dual(long model, int valuesPass);

    static native int Clp_primal(long model, int valuesPass);

    static native int Clp_initialSolve(long model);

    static native int Clp_initialBarrierSolve(long model);

    static native int Clp_status(long model);

    static native double Clp_objectiveValue(long model);

    static native double Clp_sumPrimalInfeasibilities(long model);

    static native double Clp_sumDualInfeasibilities(long model);

    static native long Clp_primalColumnSolution(long model);

    static native long Clp_primalRowSolution(long model);

    static native long Clp_dualColumnSolution(long model);

    static native long Clp_dualRowSolution(long model);

    static native int Clp_numberIterations(long model);
}
