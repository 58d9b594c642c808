package io.cobre.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The version of this software; ranks of different versions do not form a group.
 */
public final class CobreVersion
{
    private static final String VERSION = read();

    private CobreVersion()
    {
    }

    /**
     * The version that was built.
     *
     * @return for example {@code 0.1.0-SNAPSHOT}.
     */
    public static String current()
    {
        return VERSION;
    }

    private static String read()
    {
        try (InputStream in = CobreVersion.class.getResourceAsStream("version.properties"))
        {
            final Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        }
        catch (final IOException ex)
        {
            throw new UncheckedIOException(ex);
        }
    }
}
