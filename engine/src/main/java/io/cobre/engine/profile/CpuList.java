package io.cobre.engine.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Lists of processors as the kernel and {@code taskset} write them: {@code 0-3,8}.
 */
public final class CpuList
{
    private static final int MOST_CORES = 65_536;

    private CpuList()
    {
    }

    /**
     * Read a list.
     *
     * @param text numbers and ranges, separated by commas; may be blank.
     * @return ascending, each once.
     * @throws IllegalArgumentException if it is no such list.
     */
    public static List<Integer> parse(final String text)
    {
        final TreeSet<Integer> cores = new TreeSet<>();
        for (final String part : text.isBlank() ? new String[0] : text.trim().split(","))
        {
            final String[] ends = part.trim().split("-", 2);
            final int first = Integer.parseInt(ends[0]);
            final int last = Integer.parseInt(ends[ends.length - 1]);
            if (first < 0 || last < first || last >= MOST_CORES)
            {
                throw new IllegalArgumentException("'" + part + "' is no range of processors");
            }
            for (int core = first; core <= last; core++)
            {
                cores.add(core);
            }
        }
        return List.copyOf(cores);
    }

    /**
     * Write a list.
     *
     * @param cores in any order.
     * @return ascending, with ranges.
     */
    public static String format(final Collection<Integer> cores)
    {
        final List<Integer> sorted = new ArrayList<>(new TreeSet<>(cores));
        final StringBuilder text = new StringBuilder();
        for (int i = 0; i < sorted.size(); i++)
        {
            final int first = sorted.get(i);
            while (i + 1 < sorted.size() && sorted.get(i + 1) == sorted.get(i) + 1)
            {
                i++;
            }
            text.append(text.length() == 0 ? "" : ",").append(first);
            if (sorted.get(i) > first)
            {
                text.append('-').append(sorted.get(i));
            }
        }
        return text.toString();
    }
}
