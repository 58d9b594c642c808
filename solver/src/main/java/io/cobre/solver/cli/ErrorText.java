package io.cobre.solver.cli;

import io.cobre.solver.error.ValidationRecord;
import java.io.PrintStream;
import java.util.Collection;
import java.util.Map;

/**
 * Errors and warnings for people: the sentence, the facts, the remedy; never more than a screen.
 */
final class ErrorText
{
    private static final int SHOWN = 8;
    private static final int FACT_LENGTH = 400;

    private final PrintStream err;
    private final boolean colored;
    private int shown;

    ErrorText(final PrintStream err, final boolean colored)
    {
        this.err = err;
        this.colored = colored;
    }

    void error(final ValidationRecord error)
    {
        finding(paint("31", "error") + " " + error.kind().id(), error);
    }

    void warning(final ValidationRecord warning)
    {
        finding(paint("33", "warning") + " " + warning.kind().id(), warning);
    }

    private void finding(final String head, final ValidationRecord finding)
    {
        err.println(head + ": " + finding.message());
        if (++shown <= SHOWN)
        {
            finding.context().forEach((key, value) -> fact(key, value));
            if (finding.suggestion() != null)
            {
                err.println("  " + paint("36", "help") + ": " + finding.suggestion());
            }
        }
    }

    private void fact(final String key, final Object value)
    {
        if (value instanceof Collection<?> lines && !lines.isEmpty() && "stderr_tail".equals(key))
        {
            err.println("  " + key + ":");
            lines.forEach((line) -> err.println("    " + line));
        }
        else if (value instanceof Map<?, ?> inner && inner.containsKey("message"))
        {
            err.println("  " + key + ": " + inner.get("kind") + ": " + inner.get("message"));
        }
        else if (value != null && !(value instanceof Collection<?> list && list.isEmpty()))
        {
            final String text = value.toString();
            err.println("  " + key + ": " +
                (text.length() > FACT_LENGTH ? text.substring(0, FACT_LENGTH) + " ..." : text));
        }
    }

    private String paint(final String code, final String text)
    {
        return colored ? "\u001b[1;" + code + "m" + text + "\u001b[0m" : text;
    }
}
