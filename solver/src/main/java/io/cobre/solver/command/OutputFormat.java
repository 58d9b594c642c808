package io.cobre.solver.command;

/**
 * What a command prints on stdout.
 */
public enum OutputFormat
{
    /** Lines for people. */
    TEXT("text"),
    /** One JSON object. */
    JSON("json"),
    /** One JSON object per event, the last of which is the response. */
    JSON_LINES("json-lines");

    private final String id;

    OutputFormat(final String id)
    {
        this.id = id;
    }

    /**
     * The name as the user writes it.
     *
     * @return in lower case.
     */
    public String id()
    {
        return id;
    }

    @Override
    public String toString()
    {
        return id;
    }
}
