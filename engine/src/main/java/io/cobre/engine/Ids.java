package io.cobre.engine;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Looks up what users name by an id.
 */
final class Ids
{
    private Ids()
    {
    }

    static <E> List<String> all(final E[] values, final Function<E, String> id)
    {
        return Arrays.stream(values).map(id).toList();
    }

    /**
     * The value of an id.
     *
     * @param what the ids stand for, for the message.
     * @throws CobreException of kind IncompatibleSettings with {@code requested} and {@code available}.
     */
    static <E> E find(final String what, final E[] values, final Function<E, String> id, final String requested)
    {
        final List<String> ids = all(values, id);
        final int index = ids.indexOf(requested);
        if (index >= 0)
        {
            return values[index];
        }
        final String names = String.join(", ", ids);
        throw new CobreException(
            EngineErrorKind.INCOMPATIBLE_SETTINGS, "unknown " + what + " '" + requested + "': available are " + names)
            .with("requested", requested)
            .with("available", ids)
            .suggest("use one of " + names);
    }
}
