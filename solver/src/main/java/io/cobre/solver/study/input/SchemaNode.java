package io.cobre.solver.study.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the reading code declares about one object: the source of its JSON Schema.
 */
final class SchemaNode
{
    private final Map<String, Map<String, Object>> properties = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();
    private final List<Map<String, Object>> variants = new ArrayList<>();

    void property(final String key, final boolean isRequired, final Map<String, Object> schema)
    {
        properties.putIfAbsent(key, schema);
        if (isRequired && !required.contains(key))
        {
            required.add(key);
        }
    }

    /**
     * Add a form of the object; what was declared so far belongs to every form.
     *
     * @param node what the form declares.
     */
    void variant(final SchemaNode node)
    {
        final SchemaNode whole = new SchemaNode();
        properties.forEach((key, type) -> whole.property(key, required.contains(key), type));
        node.properties.forEach((key, type) -> whole.property(key, node.required.contains(key), type));
        variants.add(whole.toMap());
    }

    Map<String, Object> toMap()
    {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", "object");
        if (!variants.isEmpty())
        {
            map.put("oneOf", variants);
            return map;
        }
        map.put("properties", properties);
        if (!required.isEmpty())
        {
            map.put("required", required);
        }
        map.put("additionalProperties", false);
        return map;
    }

    static Map<String, Object> arraySchema(final Map<String, Object> items)
    {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", "array");
        map.put("items", items);
        return map;
    }

    /** What may be absent may also be null. */
    static Map<String, Object> nullUnless(final boolean required, final Map<String, Object> schema)
    {
        if (required)
        {
            return schema;
        }
        if (schema.containsKey("oneOf"))
        {
            return Map.of("anyOf", List.of(schema, Map.of("type", "null")));
        }
        final Map<String, Object> optional = new LinkedHashMap<>(schema);
        optional.computeIfPresent("type", (name, type) -> List.of(type, "null"));
        return optional;
    }

    static Map<String, Object> numberSchema(final String type, final Range range)
    {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", type);
        if (Double.isFinite(range.min()))
        {
            map.put(range.minExclusive() ? "exclusiveMinimum" : "minimum", range.min());
        }
        if (Double.isFinite(range.max()))
        {
            map.put(range.maxExclusive() ? "exclusiveMaximum" : "maximum", range.max());
        }
        return map;
    }
}
