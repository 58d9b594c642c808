package io.cobre.solver.study.input;

import java.util.Map;

/**
 * How an item of an array is called in messages: by the id in it, or by its position.
 *
 * @param name  for people, or null to use the position alone.
 * @param idKey key of the id.
 */
record ItemLabel(String name, String idKey)
{
    static final ItemLabel POSITION = new ItemLabel(null, null);

    static ItemLabel of(final String name)
    {
        return new ItemLabel(name, "id");
    }

    Place place(final Place parent, final String key, final int index, final Object item)
    {
        if (name != null && item instanceof Map<?, ?> map && map.get(idKey) instanceof Long id)
        {
            return parent.entity(name + " " + id);
        }
        return parent.field(key + "[" + index + "]");
    }
}
