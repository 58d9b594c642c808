package io.cobre.comm.aeron;

import io.cobre.engine.BackendException;
import io.cobre.engine.BackendKind;
import io.cobre.engine.EngineErrorKind;
import org.agrona.MutableDirectBuffer;

/**
 * The JVM flag without which buffers cannot be mapped.
 */
final class JvmFlags
{
    static final String ADD_OPENS = "--add-opens java.base/jdk.internal.misc=ALL-UNNAMED";

    private JvmFlags()
    {
    }

    /**
     * Refuse to go on in a JVM that was started without the flag.
     *
     * @param kind backend that asks.
     * @throws BackendException naming the flag.
     */
    static void check(final BackendKind kind)
    {
        if (!isOpen())
        {
            throw missing(kind);
        }
    }

    static BackendException missing(final BackendKind kind)
    {
        final BackendException error = new BackendException(
            EngineErrorKind.INITIALIZATION_FAILED,
            "this JVM was started without " + ADD_OPENS + ", which backend " + kind.id() + " needs",
            null);
        error.with("backend", kind.id()).with("operation", "preflight").with("detail", "missing JVM flag");
        error.suggest("add " + ADD_OPENS + " to the java command line");
        return error;
    }

    private static boolean isOpen()
    {
        return Object.class.getModule().isOpen("jdk.internal.misc", MutableDirectBuffer.class.getModule());
    }
}
