package io.cobre.solver.study.input;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a value stands.
 *
 * @param file   relative to the case folder, with forward slashes.
 * @param entity for example {@code hydro 3}, or empty.
 * @param field  path within the entity or the file, or empty.
 */
record Place(String file, String entity, String field)
{
    static Place file(final String file)
    {
        return new Place(file, "", "");
    }

    Place entity(final String name)
    {
        return new Place(file, entity.isEmpty() ? name : entity + ", " + name, "");
    }

    Place field(final String name)
    {
        final String separator = field.isEmpty() || name.startsWith("[") ? "" : ".";
        return new Place(file, entity, field + separator + name);
    }

    Map<String, Object> context()
    {
        final Map<String, Object> context = new LinkedHashMap<>();
        context.put("file", file);
        if (!entity.isEmpty())
        {
            context.put("entity", entity);
        }
        if (!field.isEmpty())
        {
            context.put("field", field);
        }
        return context;
    }

    @Override
    public String toString()
    {
        final StringBuilder text = new StringBuilder(file);
        if (!entity.isEmpty())
        {
            text.append(": ").append(entity);
        }
        if (!field.isEmpty())
        {
            text.append(": ").append(field);
        }
        return text.toString();
    }
}
