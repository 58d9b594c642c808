package io.cobre.engine.control;

import java.security.SecureRandom;

/**
 * Identifiers and secrets that cannot be guessed.
 */
public final class RandomIds
{
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomIds()
    {
    }

    /**
     * An identifier.
     *
     * @return 64 random bits, never 0.
     */
    public static long next()
    {
        long id;
        do
        {
            id = RANDOM.nextLong();
        }
        while (id == 0);
        return id;
    }

    /**
     * A secret.
     *
     * @param length characters.
     * @return hexadecimal digits.
     */
    public static String secret(final int length)
    {
        final StringBuilder text = new StringBuilder();
        while (text.length() < length)
        {
            text.append(String.format("%016x", RANDOM.nextLong()));
        }
        return text.substring(0, length);
    }
}
