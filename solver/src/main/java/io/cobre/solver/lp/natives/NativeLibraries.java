package io.cobre.solver.lp.natives;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import io.cobre.engine.CobreException;
import io.cobre.solver.error.SolverErrorKind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The solver libraries of this platform, unpacked once per user from the archives on the class path. Nothing is
 * written to the folder for temporary files unless no folder of the user can be written.
 */
public final class NativeLibraries
{
    private static final String JNA_PATH_PROP_NAME = "jna.boot.library.path";
    private static final String JNA_SEARCH_PATH_PROP_NAME = "jna.platform.library.path";
    private static final String JNA_NO_UNPACK_PROP_NAME = "jna.nounpack";
    private static final String JNA_NO_SYSTEM_PROP_NAME = "jna.nosys";

    private static final int RTLD_NOW = 2;
    private static final int RTLD_LOCAL_DARWIN = 4;

    private static final Map<String, LibraryFile> LOADED = new HashMap<>();
    private static final AtomicInteger BOUND = new AtomicInteger();
    private static boolean jnaReady;

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
        final Path set = unpack(NativeLibraries.class.getClassLoader(), folder, files, name + '-' + platform.id());
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

    /** JNA reads the properties once, when its main class is initialised; what the host set is left alone. */
    private static void prepareJna()
    {
        if (jnaReady || System.getProperty(JNA_PATH_PROP_NAME) != null)
        {
            return;
        }
        final Platform platform = Platform.current();
        final Path folder = unpack(
            Native.class.getClassLoader(),
            "com/sun/jna/" + platform.id() + '/',
            List.of(platform.jnaFile()),
            "jna-" + platform.id());
        final Map<String, String> before = new HashMap<>();
        override(JNA_PATH_PROP_NAME, folder.toString(), before);
        override(JNA_SEARCH_PATH_PROP_NAME, folder.toString(), before);
        override(JNA_NO_UNPACK_PROP_NAME, "true", before);
        override(JNA_NO_SYSTEM_PROP_NAME, "true", before);
        try
        {
            NativeLibrary.addSearchPath(JNA_SEARCH_PATH_PROP_NAME, folder.toString());
            if (Native.POINTER_SIZE != Long.BYTES)
            {
                throw new CobreException(SolverErrorKind.SOLVER_FAILURE, "the LP solvers need a 64-bit JVM");
            }
            jnaReady = true;
        }
        finally
        {
            before.forEach(NativeLibraries::restore);
        }
    }

    private static void override(final String name, final String value, final Map<String, String> before)
    {
        before.put(name, System.getProperty(name));
        System.setProperty(name, value);
    }

    private static void restore(final String name, final String value)
    {
        if (value == null)
        {
            System.clearProperty(name);
        }
        else
        {
            System.setProperty(name, value);
        }
    }

    private static Path unpack(
        final ClassLoader loader, final String folder, final List<String> files, final String setName)
    {
        final List<String> problems = new ArrayList<>();
        for (final Path root : cacheRoots())
        {
            try
            {
                return new NativeCache(root).unpack(loader, folder, files, setName);
            }
            catch (final ResourceMissingException ex)
            {
                throw new CobreException(SolverErrorKind.SOLVER_FAILURE, ex.getMessage(), ex)
                    .with("platform", Platform.current().id())
                    .suggest("Add the archive com.google.ortools:ortools-" + Platform.current().id() +
                    " to the class path.");
            }
            catch (final IOException ex)
            {
                problems.add(root + ": " + ex);
            }
        }
        return unpackTemporarily(loader, folder, files, setName, problems);
    }

    private static Path unpackTemporarily(
        final ClassLoader loader,
        final String folder,
        final List<String> files,
        final String setName,
        final List<String> problems)
    {
        try
        {
            return new NativeCache(privateTemporaryFolder()).unpack(loader, folder, files, setName);
        }
        catch (final IOException ex)
        {
            problems.add(ex.toString());
            throw new CobreException(SolverErrorKind.SOLVER_FAILURE, "cannot unpack " + folder + files.get(0), ex)
                .with("attempts", problems)
                .suggest("Let XDG_CACHE_HOME name a folder that can be written and has 20 MB free.");
        }
    }

    private static List<Path> cacheRoots()
    {
        final List<Path> roots = new ArrayList<>();
        addRoot(roots, System.getenv("XDG_CACHE_HOME"), "");
        addRoot(roots, System.getenv("LOCALAPPDATA"), "");
        addRoot(roots, System.getProperty("user.home"), ".cache");
        return roots;
    }

    private static void addRoot(final List<Path> roots, final String base, final String below)
    {
        if (base != null && Path.of(base).isAbsolute())
        {
            roots.add(Path.of(base).resolve(below).resolve("cobre").resolve("natives"));
        }
    }

    /** Others may write to the common folder: take only a folder that is the user's own and closed to others. */
    private static Path privateTemporaryFolder() throws IOException
    {
        final String user = System.getProperty("user.name");
        final Path folder = Path.of(System.getProperty("java.io.tmpdir")).resolve("cobre-natives-" + user);
        if (!Files.isDirectory(folder))
        {
            Files.createDirectory(folder);
        }
        if (!Files.getOwner(folder).getName().equals(user))
        {
            throw new IOException(folder + " belongs to " + Files.getOwner(folder));
        }
        if (Files.getFileStore(folder).supportsFileAttributeView("posix"))
        {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        return folder;
    }
}
