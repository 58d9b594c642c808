package io.cobre.engine.natives;

import java.util.Locale;

/**
 * The platform of this JVM by the name that archives of native libraries use for it.
 */
public final class NativePlatform
{
    private NativePlatform()
    {
    }

    /**
     * The platform of this JVM.
     *
     * @return for example {@code linux-x86-64}.
     */
    public static String id()
    {
        return id(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /**
     * A platform by the names that Java gives it.
     *
     * @param osName as in {@code os.name}.
     * @param osArch as in {@code os.arch}.
     * @return for example {@code linux-x86-64}; names that are not known stay as they are.
     */
    public static String id(final String osName, final String osArch)
    {
        return family(osName.toLowerCase(Locale.ROOT)) + '-' + architecture(osArch.toLowerCase(Locale.ROOT));
    }

    private static String family(final String osName)
    {
        if (osName.startsWith("mac") || osName.startsWith("darwin"))
        {
            return "darwin";
        }
        return osName.startsWith("windows") ? "win32" : osName;
    }

    private static String architecture(final String osArch)
    {
        return switch (osArch)
        {
            case "amd64", "x86_64", "x86-64" -> "x86-64";
            case "aarch64", "arm64" -> "aarch64";
            default -> osArch;
        };
    }
}
