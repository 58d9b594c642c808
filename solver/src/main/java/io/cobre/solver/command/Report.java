package io.cobre.solver.command;

import io.cobre.solver.error.ValidationRecord;
import java.util.Map;

/**
 * Where a command puts its results; the host turns them into text or JSON.
 */
public interface Report
{
    /**
     * What the user asked for.
     *
     * @return the format of stdout.
     */
    OutputFormat format();

    /**
     * Whether only results and errors may be printed.
     *
     * @return true for {@code --quiet}.
     */
    boolean quiet();

    /**
     * Whether text may carry colours.
     *
     * @return as resolved from {@code --color} and the terminal.
     */
    boolean colored();

    /**
     * Say nothing more but errors: another process of the same run speaks for all.
     */
    void mute();

    /**
     * Whether another process speaks.
     *
     * @return true after {@link #mute()}.
     */
    boolean isMuted();

    /**
     * A line of the result for people; nothing of it appears in JSON.
     *
     * @param text without the line feed.
     */
    void line(String text);

    /**
     * A field of {@code data} in JSON.
     *
     * @param key   in snake_case.
     * @param value a String, Number, Boolean, List, Map or null.
     */
    void data(String key, Object value);

    /**
     * A field of {@code summary} in JSON.
     *
     * @param key   in snake_case.
     * @param value a String, Number, Boolean, List, Map or null.
     */
    void summary(String key, Object value);

    /**
     * A warning: a line on stderr in text, an entry of {@code warnings} in JSON.
     *
     * @param warning what the user should know.
     */
    void warning(ValidationRecord warning);

    /**
     * An error that does not end the command at once; the exit code is that of the first one.
     *
     * @param error what is wrong.
     */
    void error(ValidationRecord error);

    /**
     * A line of its own in json-lines; nothing in the other formats.
     *
     * @param type   {@code started}, {@code progress} or {@code terminated}.
     * @param fields of the line.
     */
    void event(String type, Map<String, Object> fields);
}
