package io.cobre.bench.examples;

import java.nio.file.Path;

/**
 * Writes the input files of all examples; run it from the top folder of the sources with {@code examples} as argument.
 */
public final class Examples
{
    private Examples()
    {
    }

    /**
     * Write them.
     *
     * @param args the folder that holds the examples.
     */
    public static void main(final String[] args)
    {
        write(Path.of(args[0]));
    }

    /**
     * Write them.
     *
     * @param folder that holds the examples.
     */
    public static void write(final Path folder)
    {
        FourRegions.write(folder.resolve("four-regions"));
        TwoReservoirs.write(folder.resolve("two-reservoirs"));
    }
}
