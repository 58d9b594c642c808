package io.cobre.solver.lp.natives;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import io.cobre.engine.CobreException;
import io.cobre.engine.natives.JnaLibrary;
import io.cobre.engine.natives.NativeCache;
import io.cobre.engine.natives.ResourceMissingException;
import io.cobre.engine.natives.UserCache;
import io.cobre.solver.error.SolverErrorKind;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The solver libraries of this platform, unpacked once per user from the archives on the class path.
 */
public final class NativeLibraries
{
    private static final int RTLD_NOW = 2;
    private static final int RTLD_LOCAL_DARWIN = 4;

    private static final Map<String, LibraryFile> LOADED = new HashMap<>();
    private static final AtomicInteger BOUND = new AtomicInteger();

    private NativeLibraries()
    {
    }

    /**
     * A library on disk.
     *
     * @param path   absolute.
     * @param sha256 of the file, or of the hashes of all files if it needs others; 64 hexadecimal digits.
     */
    public record LibraryFile(Path path, String sha256)
    {
    }

    /**
     * HiGHS, ready to be loaded through JNA.
     *
     * @return the library.
     * @throws CobreException of kind SolverFailure if it is not published for this platform, not on the class path or
     *                        cannot be unpacked.
     */
    public static LibraryFile highs()
    {
        return library("highs", Platform.current().highsFiles());
    }

    /**
     * CLP, ready to be loaded through JNA; the libraries that it needs lie beside it.
     *
     * @return the library.
     * @throws CobreException as {@link #highs()}.
     */
    public static LibraryFile clp()
    {
        return library("clp", Platform.current().clpFiles());
    }

    /**
     * Bind the native methods of a class to a library. The symbols of the library stay its own.
     *
     * @param calls   has native methods only.
     * @param library from {@link #highs()} or {@link #clp()}.
     * @throws CobreException of kind SolverFailure if the library cannot be loaded.
     */
    public static void bind(final Class<?> calls, final LibraryFile library)
    {
        final Map<String, Object> options = new HashMap<>();
        if (Platform.current() != Platform.WINDOWS_X86_64)
        {
            final boolean mac = Platform.current().id().startsWith("darwin");
            options.put(Library.OPTION_OPEN_FLAGS, RTLD_NOW | (mac ? RTLD_LOCAL_DARWIN : 0));
        }
        try
        {
            Native.register(calls, NativeLibrary.getInstance(library.path().toString(), options));
            BOUND.incrementAndGet();
        }
        catch (final LinkageError ex)
        {
            throw new CobreException(
                SolverErrorKind.SOLVER_FAILURE, "cannot load " + library.path() + ": " + ex.getMessage(), ex)
                .with("library", library.path().toString())
                .suggest("The library needs the C and C++ runtime libraries of the system (glibc on Linux).");
        }
    }

    /**
     * How many libraries this process has loaded.
     *
     * @return a count.
     */
    public static int bound()
    {
        return BOUND.get();
    }

    private static synchronized LibraryFile library(final String name, final List<String> files)
    {
        final LibraryFile known = LOADED.get(name);
        if (known != null)
        {
            return known;
        }
        prepareJna();
        final Platform platform = Platform.current();
        final String folder = "ortools-" + platform.id() + '/';
        final Path set = unpack(folder, files, name + '-' + platform.id());
        try
        {
            final Path file = set.resolve(files.get(0));
            final LibraryFile library = new LibraryFile(file, NativeCache.sha256(set, files));
            LOADED.put(name, library);
            return library;
        }
        catch (final IOException ex)
        {
            throw new CobreException(SolverErrorKind.SOLVER_FAILURE, "cannot read " + set + ": " + ex, ex);
        }
    }

    private static void prepareJna()
    {
        try
        {
            JnaLibrary.prepare(Native.class.getClassLoader());
        }
        catch (final IOException ex)
        {
            throw failure(ex);
        }
        if (Native.POINTER_SIZE != Long.BYTES)
        {
            throw new CobreException(SolverErrorKind.SOLVER_FAILURE, "the LP solvers need a 64-bit JVM");
        }
    }

    private static Path unpack(final String folder, final List<String> files, final String setName)
    {
        try
        {
            return UserCache.unpack(NativeLibraries.class.getClassLoader(), folder, files, setName);
        }
        catch (final IOException ex)
        {
            throw failure(ex);
        }
    }

    private static CobreException failure(final IOException cause)
    {
        final CobreException failure =
            new CobreException(SolverErrorKind.SOLVER_FAILURE, cause.getMessage(), cause)
            .with("platform", Platform.current().id());
        if (cause instanceof ResourceMissingException)
        {
            return failure.suggest(
                "Add the archive com.google.ortools:ortools-" + Platform.current().id() + " to the class path.");
        }
        return failure
            .with("attempts", Arrays.stream(cause.getSuppressed()).map(Throwable::getMessage).toList())
            .suggest("Let XDG_CACHE_HOME name a folder that can be written and has 20 MB free.");
    }
}
