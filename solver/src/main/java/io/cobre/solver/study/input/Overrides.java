package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values from the command line that replace values of config.json: a path of keys and array positions, and a JSON
 * value; text that is not JSON is a string. Whether a key exists is the reader's business.
 */
final class Overrides
{
    private Overrides()
    {
    }

    /**
     * Change a tree.
     *
     * @param tree      of config.json.
     * @param overrides value text by path, for example {@code training.forward_passes}.
     * @param problems  for paths that lead nowhere.
     */
    static void apply(final Object tree, final Map<String, String> overrides, final Problems problems)
    {
        overrides.forEach((path, text) ->
        {
            if (!set(tree, path.split("\\.", -1), value(text)))
            {
                problems.error(
                    SolverErrorKind.SCHEMA_VIOLATION,
                    Place.file(ConfigFile.NAME).field(path),
                    text,
                    "cannot be overridden: there is no such place",
                    "give a path of keys as in config.json, for example training.forward_passes");
            }
        });
    }

    private static Object value(final String text)
    {
        try
        {
            return JsonTree.parse(text.getBytes(StandardCharsets.UTF_8));
        }
        catch (final IOException ex)
        {
            return text;
        }
    }

    @SuppressWarnings("unchecked")
    private static boolean set(final Object tree, final String[] path, final Object value)
    {
        Object parent = tree;
        for (int i = 0; i < path.length; i++)
        {
            final boolean last = i == path.length - 1;
            if (parent instanceof Map)
            {
                final Map<String, Object> map = (Map<String, Object>) parent;
                if (last)
                {
                    map.put(path[i], value);
                    return true;
                }
                parent = map.computeIfAbsent(path[i], (key) -> new LinkedHashMap<>());
            }
            else if (parent instanceof List && isIndex(path[i], ((List<?>) parent).size()))
            {
                final List<Object> list = (List<Object>) parent;
                final int index = Integer.parseInt(path[i]);
                if (last)
                {
                    list.set(index, value);
                    return true;
                }
                parent = list.get(index);
            }
            else
            {
                return false;
            }
        }
        return false;
    }

    private static boolean isIndex(final String text, final int size)
    {
        return text.matches("[0-9]{1,6}") && Integer.parseInt(text) < size;
    }
}
