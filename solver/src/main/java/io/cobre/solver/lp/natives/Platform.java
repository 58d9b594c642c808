package io.cobre.solver.lp.natives;

import io.cobre.engine.CobreException;
import io.cobre.engine.natives.NativePlatform;
import io.cobre.solver.error.SolverErrorKind;

import java.util.List;

/**
 * The platforms for which solver libraries are published, and what the files are called there.
 */
enum Platform
{
    /** Linux on x86-64. */
    LINUX_X86_64("linux-x86-64"),
    /** Linux on 64-bit ARM. */
    LINUX_AARCH64("linux-aarch64"),
    /** macOS on x86-64. */
    DARWIN_X86_64("darwin-x86-64"),
    /** macOS on Apple silicon. */
    DARWIN_AARCH64("darwin-aarch64"),
    /** Windows on x86-64. */
    WINDOWS_X86_64("win32-x86-64");

    private final String id;

    Platform(final String id)
    {
        this.id = id;
    }

    /**
     * The platform of this JVM.
     *
     * @return never null.
     * @throws CobreException if no solver library is published for it.
     */
    static Platform current()
    {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(final String osName, final String osArch)
    {
        final String id = NativePlatform.id(osName, osArch);
        for (final Platform platform : values())
        {
            if (platform.id.equals(id))
            {
                return platform;
            }
        }
        throw new CobreException(
            SolverErrorKind.SOLVER_FAILURE, "no LP solver is published for " + osName + " on " + osArch)
            .with("platform", id)
            .suggest("Use Linux, macOS or Windows on x86-64, or Linux or macOS on 64-bit ARM.");
    }

    /**
     * The name in the resource paths of the solver archives.
     *
     * @return for example {@code linux-x86-64}.
     */
    String id()
    {
        return id;
    }

    /**
     * Files that HiGHS needs, itself first.
     *
     * @return names without a path.
     */
    List<String> highsFiles()
    {
        return switch (this)
        {
            case LINUX_X86_64, LINUX_AARCH64 -> List.of("libhighs.so.1");
            case DARWIN_X86_64, DARWIN_AARCH64 -> List.of("libhighs.1.dylib");
            case WINDOWS_X86_64 -> List.of("highs.dll");
        };
    }

    /**
     * Files that CLP needs, itself first.
     *
     * @return names without a path.
     */
    List<String> clpFiles()
    {
        return switch (this)
        {
            case LINUX_X86_64, LINUX_AARCH64 ->
                List.of("libClp.so.1", "libOsi.so.0", "libCoinUtils.so.2", "libz.so.1");
            case DARWIN_X86_64, DARWIN_AARCH64 ->
                List.of("libClp.1.dylib", "libOsi.0.dylib", "libCoinUtils.2.dylib", "libz.1.dylib");
            case WINDOWS_X86_64 -> throw new CobreException(
                SolverErrorKind.SOLVER_FAILURE, "the archive of Windows has no CLP library").suggest("Use HiGHS.");
        };
    }
}
