package io.cobre.engine.launch;

import io.cobre.engine.control.AbortCause;

/**
 * What happens while a group lives, in the order in which the launcher learns it.
 *
 * @param type   what.
 * @param rank   of whom, -1 for the group.
 * @param code   exit value or exit code.
 * @param body   result or error record, or null.
 * @param cause  of an abort, or null.
 * @param text   of an abort, or null.
 * @param error  of the listener, unchecked, or null.
 */
record LaunchEvent(
    Type type, int rank, int code, byte[] body, AbortCause cause, String text, Throwable error)
{
    /**
     * What happened.
     */
    enum Type
    {
        /** All ranks are connected. */
        GO,
        /** A rank sent its result. */
        RESULT,
        /** A rank is done. */
        DONE,
        /** All ranks are done. */
        BYE,
        /** A rank reported its failure. */
        FAILED,
        /** A rank's socket ended too early. */
        LOST,
        /** A rank has given no sign of life for too long. */
        SILENT,
        /** A process ended. */
        EXITED,
        /** The coordinator broke the group off. */
        ABORTED,
        /** The listener threw. */
        LISTENER_FAILED,
        /** The user wants the group to end now. */
        CANCELLED
    }

    static LaunchEvent of(final Type type, final int rank)
    {
        return new LaunchEvent(type, rank, 0, null, null, null, null);
    }

    static LaunchEvent exited(final int rank, final int exitValue)
    {
        return new LaunchEvent(Type.EXITED, rank, exitValue, null, null, null, null);
    }

    static LaunchEvent body(final Type type, final int rank, final int code, final byte[] body)
    {
        return new LaunchEvent(type, rank, code, body, null, null, null);
    }

    static LaunchEvent text(final Type type, final int rank, final AbortCause cause, final String text)
    {
        return new LaunchEvent(type, rank, 0, null, cause, text, null);
    }

    static LaunchEvent listenerFailed(final Throwable error)
    {
        return new LaunchEvent(Type.LISTENER_FAILED, -1, 0, null, null, null, error);
    }
}
