package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The entities of one kind, sorted by id; their position is their index.
 *
 * @param <E> type of an entry.
 */
final class Ids<E extends Identified>
{
    private final String kind;
    private final String file;
    private final List<E> sorted;
    private final Map<Integer, Integer> indices = new HashMap<>();

    private Ids(final String kind, final String file, final List<E> sorted)
    {
        this.kind = kind;
        this.file = file;
        this.sorted = sorted;
    }

    /**
     * Sort entries and report ids that occur twice.
     *
     * @param kind     for people, for example {@code bus}.
     * @param file     that defines them.
     * @param entries  in any order.
     * @param problems for duplicates.
     * @param <E>      type of an entry.
     * @return the registry.
     */
    static <E extends Identified> Ids<E> of(
        final String kind, final String file, final List<E> entries, final Problems problems)
    {
        final List<E> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingInt(Identified::id));
        final Ids<E> ids = new Ids<>(kind, file, List.copyOf(sorted));
        for (int i = 0; i < sorted.size(); i++)
        {
            final int id = sorted.get(i).id();
            if (ids.indices.putIfAbsent(id, i) != null)
            {
                problems.error(
                    SolverErrorKind.DUPLICATE_ID,
                    Place.file(file).entity(kind + " " + id).field("id"),
                    id,
                    "= " + id + " occurs twice",
                    "give every " + kind + " an id of its own");
            }
        }
        return ids;
    }

    List<E> sorted()
    {
        return sorted;
    }

    int size()
    {
        return sorted.size();
    }

    boolean contains(final int id)
    {
        return indices.containsKey(id);
    }

    /**
     * Index of an id.
     *
     * @param id as in the files.
     * @return -1 if nothing has it.
     */
    int index(final int id)
    {
        return indices.getOrDefault(id, -1);
    }

    /**
     * Index of an id that stands somewhere; if nothing has it, that is an error.
     *
     * @param id       as written.
     * @param place    where.
     * @param problems for the error.
     * @return -1 if nothing has it.
     */
    int resolve(final int id, final Place place, final Problems problems)
    {
        final int index = index(id);
        if (index < 0)
        {
            problems.error(
                SolverErrorKind.MISSING_REFERENCE,
                place,
                id,
                "= " + id + " is no " + kind + " of " + file,
                sorted.isEmpty() ? file + " defines none" : "defined are " + describe());
        }
        return index;
    }

    private String describe()
    {
        final StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(8, sorted.size()); i++)
        {
            text.append(i == 0 ? "" : ", ").append(sorted.get(i).id());
        }
        return sorted.size() > 8 ? text + ", ... " + sorted.get(sorted.size() - 1).id() : text.toString();
    }
}
