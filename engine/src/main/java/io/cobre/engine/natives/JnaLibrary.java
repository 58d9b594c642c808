package io.cobre.engine.natives;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * JNA's own native library, unpacked like any other instead of into the folder for temporary files. This class does not
 * need JNA on its class path; whoever calls through JNA hands over the class loader that has it.
 */
public final class JnaLibrary
{
    private static final String PATH_PROP_NAME = "jna.boot.library.path";
    private static final String SEARCH_PATH_PROP_NAME = "jna.platform.library.path";
    private static final String NO_UNPACK_PROP_NAME = "jna.nounpack";
    private static final String NO_SYSTEM_PROP_NAME = "jna.nosys";
    private static final String FIRST_CLASS = "com.sun.jna.NativeLibrary";

    private static boolean isReady;

    private JnaLibrary()
    {
    }

    /**
     * Initialise JNA. It reads its properties once, when its classes are initialised: they are set for that time. What
     * the host has set is left alone.
     *
     * @param loader that has JNA.
     * @throws ResourceMissingException if the archive of JNA has nothing for this platform.
     * @throws IOException              if its library cannot be unpacked, or JNA is not there or does not load it.
     */
    public static synchronized void prepare(final ClassLoader loader) throws IOException
    {
        if (isReady || System.getProperty(PATH_PROP_NAME) != null)
        {
            return;
        }
        final String platform = NativePlatform.id();
        final Path folder = UserCache.unpack(
            loader, "com/sun/jna/" + platform + '/', List.of(fileName(platform)), "jna-" + platform);
        final Map<String, String> before = new HashMap<>();
        override(PATH_PROP_NAME, folder.toString(), before);
        override(SEARCH_PATH_PROP_NAME, folder.toString(), before);
        override(NO_UNPACK_PROP_NAME, "true", before);
        override(NO_SYSTEM_PROP_NAME, "true", before);
        try
        {
            Class.forName(FIRST_CLASS, true, loader);
            isReady = true;
        }
        catch (final ClassNotFoundException | LinkageError ex)
        {
            throw new IOException("JNA does not start from " + folder + ": " + ex, ex);
        }
        finally
        {
            before.forEach(JnaLibrary::restore);
        }
    }

    private static String fileName(final String platform)
    {
        if (platform.startsWith("darwin"))
        {
            return "libjnidispatch.jnilib";
        }
        return platform.startsWith("win32") ? "jnidispatch.dll" : "libjnidispatch.so";
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
}
