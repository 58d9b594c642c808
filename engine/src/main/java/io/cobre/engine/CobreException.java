package io.cobre.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Base of all errors (the specification's {@code CobreError}): a stable kind, a message that stands alone, the facts
 * as a map, and a suggestion where there is a remedy.
 */
public class CobreException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    private final transient ErrorKind kind;
    private final transient Map<String, Object> context = new LinkedHashMap<>();
    private String suggestion;

    /**
     * Error without a cause, which may be given later.
     *
     * @param kind    what went wrong.
     * @param message one sentence with the values in it.
     */
    public CobreException(final ErrorKind kind, final String message)
    {
        super(message);
        this.kind = kind;
    }

    /**
     * Error with a cause.
     *
     * @param kind    what went wrong.
     * @param message one sentence with the values in it.
     * @param cause   may be null.
     */
    public CobreException(final ErrorKind kind, final String message, final Throwable cause)
    {
        super(message, cause);
        this.kind = kind;
    }

    /**
     * What went wrong.
     *
     * @return the stable kind.
     */
    public ErrorKind kind()
    {
        return kind;
    }

    /**
     * The facts: names in snake_case, values that JSON can hold.
     *
     * @return an unmodifiable view, in insertion order.
     */
    public Map<String, Object> context()
    {
        return Collections.unmodifiableMap(context);
    }

    /**
     * What the user can do about it.
     *
     * @return a sentence, or null.
     */
    public String suggestion()
    {
        return suggestion;
    }

    /**
     * Add a fact.
     *
     * @param key   in snake_case.
     * @param value a String, Number, Boolean, List, Map or null.
     * @return this.
     */
    public CobreException with(final String key, final Object value)
    {
        context.put(key, value);
        return this;
    }

    /**
     * Set the remedy.
     *
     * @param text a sentence.
     * @return this.
     */
    public CobreException suggest(final String text)
    {
        suggestion = text;
        return this;
    }
}
