package io.cobre.engine.launch;

import io.cobre.engine.control.RankStatus;

import java.util.Map;

/**
 * What an exit value of a process means. A signal shows as 128 plus its number, and so does an exit with that code;
 * the status file tells which: an orderly exit is announced there, and shutdown hooks run on an exit and on the
 * signals that the virtual machine handles itself, never on a kill.
 *
 * @param exitCode null when a signal ended the process.
 * @param signal   null when it exited.
 */
record ExitStatus(Integer exitCode, String signal)
{
    private static final int SIGNAL_BASE = 128;
    private static final Map<Integer, String> SIGNALS = Map.ofEntries(
        Map.entry(1, "SIGHUP"),
        Map.entry(2, "SIGINT"),
        Map.entry(3, "SIGQUIT"),
        Map.entry(4, "SIGILL"),
        Map.entry(5, "SIGTRAP"),
        Map.entry(6, "SIGABRT"),
        Map.entry(7, "SIGBUS"),
        Map.entry(8, "SIGFPE"),
        Map.entry(9, "SIGKILL"),
        Map.entry(11, "SIGSEGV"),
        Map.entry(13, "SIGPIPE"),
        Map.entry(14, "SIGALRM"),
        Map.entry(15, "SIGTERM"),
        Map.entry(24, "SIGXCPU"),
        Map.entry(31, "SIGSYS"));
    private static final Map<Integer, String> HANDLED = Map.of(1, "SIGHUP", 2, "SIGINT", 15, "SIGTERM");

    static ExitStatus of(final int exitValue, final RankStatus status)
    {
        final String signal = SIGNALS.get(exitValue - SIGNAL_BASE);
        final boolean isAnnounced = status != null && status.orderlyExitCode().isPresent() &&
            status.orderlyExitCode().getAsInt() == exitValue;
        final boolean isUnhandled = status != null && status.shutdownHooksRan() &&
            !HANDLED.containsKey(exitValue - SIGNAL_BASE);
        return signal == null || isAnnounced || isUnhandled ?
            new ExitStatus(exitValue, null) : new ExitStatus(null, signal);
    }
}
