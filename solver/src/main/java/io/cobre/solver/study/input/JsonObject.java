package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A JSON object that is read by declaration: every key that is asked for is a known one, what remains is unknown.
 * Types and ranges are checked on the way, and all problems are reported, none thrown.
 * <p>
 * The same reading code also describes itself: on an object that is only described, keys are recorded with their
 * types and nothing is reported.
 */
final class JsonObject
{
    private final Problems problems;
    private final Place place;
    private final Map<String, Object> values;
    private final SchemaNode schema;
    private final boolean silent;
    private final JsonValues convert;
    private final Set<String> declared = new LinkedHashSet<>();

    private JsonObject(
        final Problems problems,
        final Place place,
        final Map<String, Object> values,
        final SchemaNode schema,
        final boolean silent)
    {
        this.problems = problems;
        this.place = place;
        this.values = values;
        this.schema = schema;
        this.silent = silent;
        convert = new JsonValues(problems);
    }

    /**
     * Read an object and report its unknown keys.
     *
     * @param problems for what is wrong.
     * @param place    of the object.
     * @param tree     what stands there.
     * @param reader   reading code.
     * @param <T>      what it makes.
     * @return its result.
     */
    static <T> T read(
        final Problems problems, final Place place, final Object tree, final Function<JsonObject, T> reader)
    {
        if (tree instanceof Map<?, ?> map)
        {
            final Map<String, Object> values = new LinkedHashMap<>();
            map.forEach((key, value) -> values.put((String) key, value));
            final JsonObject object = new JsonObject(problems, place, values, null, false);
            final T result = reader.apply(object);
            object.reportUnknown();
            return result;
        }
        problems.error(
            SolverErrorKind.TYPE_MISMATCH,
            place,
            tree,
            "must be an object, not " + JsonTree.typeName(tree),
            "write it as { ... }");
        return reader.apply(absent(place));
    }

    /**
     * Let reading code describe the object that it reads.
     *
     * @param reader reading code.
     * @return its declarations.
     */
    static SchemaNode describe(final Function<JsonObject, ?> reader)
    {
        final SchemaNode node = new SchemaNode();
        reader.apply(new JsonObject(new Problems(), Place.file("schema"), Map.of(), node, true));
        return node;
    }

    private static JsonObject absent(final Place place)
    {
        return new JsonObject(new Problems(), place, Map.of(), null, true);
    }

    Place place()
    {
        return place;
    }

    Place place(final String key)
    {
        return place.field(key);
    }

    Problems problems()
    {
        return problems;
    }

    /**
     * Whether a key is there with a value.
     *
     * @param key of the object.
     * @return false if it is absent or null.
     */
    boolean given(final String key)
    {
        return !isNull(key);
    }

    Field<Double> number(final String key)
    {
        return number(key, Range.ANY);
    }

    Field<Double> number(final String key, final Range range)
    {
        return new Field<>(
            this, key, SchemaNode.numberSchema("number", range),
            (raw) -> convert.toNumber(place(key), raw, range),
            Double.NaN);
    }

    Field<Integer> integer(final String key)
    {
        return integer(key, Range.ANY);
    }

    Field<Integer> integer(final String key, final Range range)
    {
        return new Field<>(
            this, key, SchemaNode.numberSchema("integer", range),
            (raw) -> convert.toInt(place(key), raw, range),
            0);
    }

    /**
     * A value of any type.
     *
     * @param key of the object.
     * @return the field.
     */
    Field<Object> any(final String key)
    {
        return new Field<>(this, key, Map.of(), (raw) -> raw, null);
    }

    Field<Long> longInteger(final String key)
    {
        return new Field<>(
            this, key, Map.of("type", "integer"), (raw) -> convert.toLong(place(key), raw), 0L);
    }

    Field<Boolean> flag(final String key)
    {
        return new Field<>(
            this, key, Map.of("type", "boolean"),
            (raw) -> convert.cast(place(key), raw, Boolean.class, "a boolean"),
            false);
    }

    Field<String> text(final String key)
    {
        return new Field<>(
            this, key, Map.of("type", "string"), (raw) -> convert.cast(place(key), raw, String.class, "a string"), "");
    }

    Field<String> word(final String key, final String... words)
    {
        final List<String> allowed = Arrays.asList(words);
        return new Field<>(
            this, key, Map.of("enum", allowed),
            (raw) -> convert.toWord(place(key), raw, allowed),
            words[0]);
    }

    Field<LocalDate> date(final String key)
    {
        final Map<String, Object> type = new LinkedHashMap<>();
        type.put("type", "string");
        type.put("format", "date");
        return new Field<>(this, key, type, (raw) -> convert.toDate(place(key), raw), LocalDate.EPOCH);
    }

    Field<double[]> numbers(final String key, final Range range)
    {
        final Map<String, Object> type = SchemaNode.arraySchema(SchemaNode.numberSchema("number", range));
        return new Field<>(this, key, type, (raw) -> convert.toNumbers(place(key), raw, range), new double[0]);
    }

    Field<int[]> integers(final String key)
    {
        return new Field<>(
            this, key, SchemaNode.arraySchema(Map.of("type", "integer")),
            (raw) -> convert.toInts(place(key), raw),
            new int[0]);
    }

    Field<double[][]> matrix(final String key)
    {
        final Map<String, Object> type = SchemaNode.arraySchema(SchemaNode.arraySchema(Map.of("type", "number")));
        return new Field<>(this, key, type, (raw) -> convert.toMatrix(place(key), raw), new double[0][]);
    }

    /**
     * An object that must be there.
     *
     * @param key    of the object.
     * @param reader reading code.
     * @param <T>    what it makes.
     * @return its result; on an absent object that of an empty one.
     */
    <T> T requiredObject(final String key, final Function<JsonObject, T> reader)
    {
        declareObject(key, true, reader);
        if (isNull(key))
        {
            missing(key);
            return reader.apply(absent(place(key)));
        }
        return read(problems, place(key), raw(key), reader);
    }

    /**
     * An object that may be absent.
     *
     * @param key    of the object.
     * @param reader reading code.
     * @param <T>    what it makes.
     * @return its result, or null.
     */
    <T> T optionalObject(final String key, final Function<JsonObject, T> reader)
    {
        declareObject(key, false, reader);
        return isNull(key) ? null : read(problems, place(key), raw(key), reader);
    }

    /**
     * An object that may be absent, then read as an empty one.
     *
     * @param key    of the object.
     * @param reader reading code; all its keys are optional.
     * @param <T>    what it makes.
     * @return its result.
     */
    <T> T defaultedObject(final String key, final Function<JsonObject, T> reader)
    {
        declareObject(key, false, reader);
        return read(problems, place(key), isNull(key) ? Map.of() : raw(key), reader);
    }

    <T> List<T> requiredList(final String key, final ItemLabel label, final Function<JsonObject, T> reader)
    {
        declareList(key, true, reader);
        if (isNull(key))
        {
            missing(key);
            return List.of();
        }
        return items(key, label, reader);
    }

    <T> List<T> optionalList(final String key, final ItemLabel label, final Function<JsonObject, T> reader)
    {
        declareList(key, false, reader);
        return isNull(key) ? List.of() : items(key, label, reader);
    }

    /**
     * A list that was given must hold something.
     *
     * @param key       of the list.
     * @param list      as read.
     * @param complaint what the error says of an empty one.
     * @param remedy    what helps.
     */
    void notEmpty(final String key, final List<?> list, final String complaint, final String remedy)
    {
        if (given(key) && list.isEmpty())
        {
            error(SolverErrorKind.SCHEMA_VIOLATION, key, complaint, remedy);
        }
    }

    /**
     * An object whose keys are free names.
     *
     * @param key    of the object.
     * @param reader reading code of each value, by name.
     * @param <T>    what it makes.
     * @return results by name, in the order of the file.
     */
    <T> Map<String, T> requiredMap(final String key, final BiFunction<String, JsonObject, T> reader)
    {
        if (schema != null)
        {
            final Map<String, Object> type = new LinkedHashMap<>();
            type.put("type", "object");
            type.put("additionalProperties", describe((object) -> reader.apply("", object)).toMap());
            schema.property(key, true, type);
        }
        declared.add(key);
        final Map<String, T> results = new LinkedHashMap<>();
        if (isNull(key))
        {
            missing(key);
        }
        else if (raw(key) instanceof Map<?, ?> map)
        {
            map.forEach((name, value) -> results.put(
                (String) name,
                read(problems, place(key).field((String) name), value, (object) -> reader.apply(
                    (String) name, object))));
        }
        else
        {
            convert.mismatch(place(key), raw(key), "an object");
        }
        return results;
    }

    /**
     * A key that holds either a plain value or an object.
     *
     * @param key    of the value.
     * @param plain  reads the plain form.
     * @param reader reads the object form.
     * @param <T>    what both make.
     * @return the result.
     */
    <T> T either(final String key, final Function<JsonObject, T> plain, final Function<JsonObject, T> reader)
    {
        if (schema != null)
        {
            final SchemaNode alone = describe(plain);
            final Map<String, Object> type = new LinkedHashMap<>();
            type.put("anyOf", List.of(((Map<?, ?>) alone.toMap().get("properties")).get(key),
                describe(reader).toMap()));
            schema.property(key, false, type);
        }
        declared.add(key);
        return values.get(key) instanceof Map ? read(problems, place(key), raw(key), reader) : plain.apply(this);
    }

    /**
     * The object has a form that depends on a word in it.
     *
     * @param key     of the word.
     * @param readers reading code by word.
     * @param <T>     what they make.
     * @return the result, or null if the word is wrong.
     */
    <T> T variant(final String key, final Map<String, Function<JsonObject, T>> readers)
    {
        if (schema != null)
        {
            readers.forEach((word, reader) -> schema.variant(describe((object) ->
            {
                object.schema.property(key, true, Map.of("const", word));
                return reader.apply(object);
            })));
        }
        final List<String> words = readers.keySet().stream().sorted().toList();
        declare(key, true, Map.of("enum", words));
        if (isNull(key))
        {
            missing(key);
            declared.addAll(values.keySet());
            return null;
        }
        final String word = convert.toWord(place(key), raw(key), words);
        if (word == null)
        {
            declared.addAll(values.keySet());
            return null;
        }
        return readers.get(word).apply(this);
    }

    boolean isNull(final String key)
    {
        return values.get(key) == null;
    }

    Object raw(final String key)
    {
        return values.get(key);
    }

    void declare(final String key, final boolean required, final Map<String, Object> type)
    {
        declared.add(key);
        if (schema != null)
        {
            schema.property(key, required, type);
        }
    }

    void missing(final String key)
    {
        if (!silent)
        {
            problems.error(
                values.containsKey(key) ? SolverErrorKind.TYPE_MISMATCH : SolverErrorKind.SCHEMA_VIOLATION,
                place(key),
                null,
                values.containsKey(key) ? "must not be null" : "is missing",
                "add \"" + key + "\"");
        }
    }

    /**
     * Report an error at a key of this object.
     *
     * @param kind       what is wrong.
     * @param key        of the object.
     * @param message    to be read after the place.
     * @param suggestion remedy, or null.
     */
    void error(final SolverErrorKind kind, final String key, final String message, final String suggestion)
    {
        if (!silent)
        {
            problems.error(kind, place(key), raw(key), message, suggestion);
        }
    }

    private <T> List<T> items(final String key, final ItemLabel label, final Function<JsonObject, T> reader)
    {
        final List<T> results = new ArrayList<>();
        if (!(raw(key) instanceof List<?> list))
        {
            convert.mismatch(place(key), raw(key), "an array");
            return results;
        }
        for (int i = 0; i < list.size(); i++)
        {
            results.add(read(problems, label.place(place, key, i, list.get(i)), list.get(i), reader));
        }
        return results;
    }

    private void reportUnknown()
    {
        for (final String key : values.keySet())
        {
            if (!declared.contains(key))
            {
                problems.error(
                    SolverErrorKind.SCHEMA_VIOLATION,
                    place(key),
                    values.get(key),
                    "is an unknown key",
                    Names.suggestion(key, declared));
            }
        }
    }

    private void declareObject(final String key, final boolean required, final Function<JsonObject, ?> reader)
    {
        declare(key, required, schema == null ? null : SchemaNode.nullUnless(required, describe(reader).toMap()));
    }

    private void declareList(final String key, final boolean required, final Function<JsonObject, ?> reader)
    {
        declare(
            key, required,
            schema == null ? null : SchemaNode.nullUnless(required, SchemaNode.arraySchema(describe(reader).toMap())));
    }
}
