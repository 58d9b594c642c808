package io.cobre.engine.launch;

import java.util.ArrayList;
import java.util.List;

/**
 * Flags that every JVM of a group needs.
 */
final class CommonFlags
{
    /** Before, nobody is asked for this permission. */
    private static final int NATIVE_ACCESS_VERSION = 24;

    private CommonFlags()
    {
    }

    static List<String> of(final int javaVersion)
    {
        final List<String> flags = new ArrayList<>(List.of(
            "--add-opens", "java.base/jdk.internal.misc=ALL-UNNAMED",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-Djava.net.preferIPv4Stack=true"));
        if (javaVersion >= NATIVE_ACCESS_VERSION)
        {
            flags.add("--enable-native-access=ALL-UNNAMED");
        }
        return List.copyOf(flags);
    }
}
