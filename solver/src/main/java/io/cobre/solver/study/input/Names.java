package io.cobre.solver.study.input;

import java.util.Collection;

/**
 * Finds the name that was probably meant.
 */
final class Names
{
    private Names()
    {
    }

    /**
     * The nearest of the candidates by edit distance.
     *
     * @param name       as written.
     * @param candidates allowed names.
     * @return the nearest one, or null if none is near.
     */
    static String nearest(final String name, final Collection<String> candidates)
    {
        String best = null;
        int bestDistance = Math.max(2, name.length() / 2);
        for (final String candidate : candidates)
        {
            final int distance = distance(name, candidate);
            if (distance < bestDistance || best == null && distance == bestDistance)
            {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best;
    }

    /**
     * A remedy that names the nearest candidate, or all of them.
     *
     * @param name       as written.
     * @param candidates allowed names.
     * @return a sentence.
     */
    static String suggestion(final String name, final Collection<String> candidates)
    {
        if (candidates.isEmpty())
        {
            return "remove it";
        }
        final String nearest = nearest(name, candidates);
        return nearest == null ?
            "use one of " + String.join(", ", candidates) : "did you mean '" + nearest + "'?";
    }

    private static int distance(final String a, final String b)
    {
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++)
        {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++)
        {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++)
            {
                final int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(previous[j - 1] + change, 1 + Math.min(previous[j], current[j - 1]));
            }
            final int[] swap = previous;
            previous = current;
            current = swap;
        }
        return previous[b.length()];
    }
}
