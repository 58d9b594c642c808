package io.cobre.solver.study.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One key of a JSON object. A terminal call ({@link #required()}, {@link #orElse(Object)}, {@link #noEffect()})
 * declares it and gives its value.
 *
 * @param <T> type of the value.
 */
final class Field<T>
{
    private final JsonObject owner;
    private final String key;
    private final Map<String, Object> schema;
    private final Function<Object, T> decoder;
    private final T fallback;

    Field(
        final JsonObject owner,
        final String key,
        final Map<String, Object> schema,
        final Function<Object, T> decoder,
        final T fallback)
    {
        this.owner = owner;
        this.key = key;
        this.schema = schema;
        this.decoder = decoder;
        this.fallback = fallback;
    }

    /**
     * The value; its absence is an error.
     *
     * @return a harmless substitute after an error.
     */
    T required()
    {
        owner.declare(key, true, schema);
        if (owner.isNull(key))
        {
            owner.missing(key);
            return fallback;
        }
        return decoded();
    }

    /**
     * The value, or a default if it is absent or null.
     *
     * @param value default.
     * @return a harmless substitute after an error.
     */
    T orElse(final T value)
    {
        declareOptional(null);
        return owner.isNull(key) ? value : decoded();
    }

    /**
     * A key that is read by nothing: a warning names it.
     */
    void noEffect()
    {
        declareOptional("has no effect");
        if (!owner.isNull(key) && decoder.apply(owner.raw(key)) != null)
        {
            owner.problems().noEffect(owner.place(key), owner.raw(key));
        }
    }

    /**
     * A key that is accepted in silence.
     */
    void ignored()
    {
        declareOptional(null);
        if (!owner.isNull(key))
        {
            decoder.apply(owner.raw(key));
        }
    }

    private T decoded()
    {
        final T value = decoder.apply(owner.raw(key));
        return value == null ? fallback : value;
    }

    private void declareOptional(final String note)
    {
        final Map<String, Object> optional = new LinkedHashMap<>(schema);
        optional.computeIfPresent("type", (name, type) -> List.of(type, "null"));
        optional.computeIfPresent("enum", (name, words) ->
        {
            final List<Object> all = new ArrayList<>((List<?>) words);
            all.add(null);
            return all;
        });
        if (note != null)
        {
            optional.put("description", note);
        }
        owner.declare(key, false, optional);
    }
}
