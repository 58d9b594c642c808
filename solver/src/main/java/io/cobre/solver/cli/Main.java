package io.cobre.solver.cli;

/**
 * Entry of the command line.
 */
public final class Main
{
    private Main()
    {
    }

    /**
     * Run one command and exit with its code.
     *
     * @param args as the user typed them.
     */
    public static void main(final String[] args)
    {
        final int exitCode = new CommandHost(System.out, System.err).run(args);
        System.out.flush();
        System.err.flush();
        System.exit(exitCode);
    }
}
