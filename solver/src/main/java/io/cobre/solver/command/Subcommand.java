package io.cobre.solver.command;

/**
 * A subcommand. The class carries picocli annotations for its name, its help and its own options; the options that all
 * commands share are added by the host. A failure is an exception; the host prints it and chooses the exit code.
 */
public interface Subcommand
{
    /**
     * Do the work.
     *
     * @param report takes everything that the command has to say.
     * @throws Exception anything that ends the command.
     */
    void run(Report report) throws Exception;
}
