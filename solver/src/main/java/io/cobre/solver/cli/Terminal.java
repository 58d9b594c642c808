package io.cobre.solver.cli;

/**
 * What the standard streams are connected to. The launcher script knows and says so in a property; Java itself can
 * only tell whether all of them are a terminal.
 */
final class Terminal
{
    private static final String STREAMS = System.getProperty("cobre.terminal");

    private Terminal()
    {
    }

    static boolean isOut()
    {
        return STREAMS == null ? System.console() != null : STREAMS.contains("out");
    }

    static boolean isErr()
    {
        return STREAMS == null ? System.console() != null : STREAMS.contains("err");
    }
}
