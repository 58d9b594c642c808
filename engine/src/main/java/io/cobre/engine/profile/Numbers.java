package io.cobre.engine.profile;

/**
 * Numbers in files of the kernel.
 */
final class Numbers
{
    /** Not there, or no number. */
    static final long UNKNOWN = -1;

    private static final int LONGEST = 18;

    private Numbers()
    {
    }

    static long parse(final String text)
    {
        final String word = text.trim();
        return word.matches("[0-9]{1," + LONGEST + "}") ? Long.parseLong(word) : UNKNOWN;
    }
}
