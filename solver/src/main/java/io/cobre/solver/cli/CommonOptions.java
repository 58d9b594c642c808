package io.cobre.solver.cli;

import io.cobre.solver.command.OutputFormat;
import java.util.ArrayList;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * Options that every subcommand has.
 */
final class CommonOptions
{
    /**
     * When text is coloured.
     */
    enum Color
    {
        /** On a terminal only, and not if NO_COLOR is set. */
        AUTO,
        /** Also into pipes and files. */
        ALWAYS,
        /** Not at all. */
        NEVER
    }

    @Option(names = "--format", paramLabel = "FORMAT", order = 90, converter = FormatConverter.class,
        description = "What stdout carries: text (default), json (one object), json-lines (one object per event).")
    private OutputFormat format = OutputFormat.TEXT;

    @Option(names = "--color", paramLabel = "WHEN", order = 91, converter = ColorConverter.class,
        description = "Colours: auto (default), always, never.")
    private Color color = Color.AUTO;

    @Option(names = {"-q", "--quiet"}, order = 92, description = "No live display; results and errors only.")
    private boolean quiet;

    @Option(names = "--debug", order = 93, description = "Print the stack trace of an error.")
    private boolean debug;

    @Option(names = {"-h", "--help"}, order = 99, usageHelp = true, description = "Show this help.")
    private boolean help;

    OutputFormat format()
    {
        return format;
    }

    boolean colored()
    {
        return color == Color.ALWAYS ||
            color == Color.AUTO && Terminal.isOut() && Terminal.isErr() && System.getenv("NO_COLOR") == null;
    }

    boolean quiet()
    {
        return quiet;
    }

    boolean debug()
    {
        return debug;
    }

    /**
     * Read what a command line that cannot be parsed says about the format and the trace.
     *
     * @param args the whole command line.
     * @return options good enough to report the error with.
     */
    static CommonOptions guess(final String[] args)
    {
        final CommonOptions options = new CommonOptions();
        final String words = " " + String.join(" ", args).replace('=', ' ') + " ";
        if (words.contains(" --format json-lines "))
        {
            options.format = OutputFormat.JSON_LINES;
        }
        else if (words.contains(" --format json "))
        {
            options.format = OutputFormat.JSON;
        }
        options.debug = words.contains(" --debug ");
        return options;
    }

    private static <E extends Enum<E>> E byName(final E[] values, final String word)
    {
        final ArrayList<String> names = new ArrayList<>();
        for (final E value : values)
        {
            final String name = value instanceof OutputFormat f ? f.id() : value.name().toLowerCase();
            if (name.equals(word))
            {
                return value;
            }
            names.add(name);
        }
        throw new TypeConversionException("'" + word + "' is none of " + String.join(", ", names));
    }

    /** Formats by their ids. */
    static final class FormatConverter implements ITypeConverter<OutputFormat>
    {
        @Override
        public OutputFormat convert(final String word)
        {
            return byName(OutputFormat.values(), word);
        }
    }

    /** Colour modes in lower case. */
    static final class ColorConverter implements ITypeConverter<Color>
    {
        @Override
        public Color convert(final String word)
        {
            return byName(Color.values(), word);
        }
    }
}
