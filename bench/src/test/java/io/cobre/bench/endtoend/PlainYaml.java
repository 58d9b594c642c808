package io.cobre.bench.endtoend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of YAML that job descriptions need: documents, maps, lists and scalars in lines, comments on lines of their
 * own. Whatever else it meets is an error.
 */
final class PlainYaml
{
    /**
     * A line without its indentation.
     */
    private record Line(int indent, String text)
    {
    }

    private final List<Line> lines = new ArrayList<>();
    private int next;

    private PlainYaml()
    {
    }

    static List<Map<String, Object>> documents(final List<String> lines)
    {
        final List<Map<String, Object>> documents = new ArrayList<>();
        PlainYaml document = new PlainYaml();
        for (final String line : lines)
        {
            final String text = line.strip();
            if (text.equals("---"))
            {
                documents.add(document.map(0));
                document = new PlainYaml();
            }
            else if (!text.isEmpty() && !text.startsWith("#"))
            {
                document.lines.add(new Line(line.indexOf(text), text));
            }
        }
        documents.add(document.map(0));
        return documents;
    }

    private Map<String, Object> map(final int indent)
    {
        final Map<String, Object> map = new LinkedHashMap<>();
        while (isAt(indent) && !lines.get(next).text().startsWith("- "))
        {
            final String text = lines.get(next++).text();
            final int colon = text.indexOf(':');
            if (colon < 1 || text.length() > colon + 1 && text.charAt(colon + 1) != ' ')
            {
                throw new IllegalArgumentException("no key in '" + text + "'");
            }
            final String rest = text.substring(colon + 1).strip();
            final Object value = rest.isEmpty() ? block(indent) : scalar(rest);
            if (map.put(text.substring(0, colon), value) != null)
            {
                throw new IllegalArgumentException("twice the key of '" + text + "'");
            }
        }
        if (next < lines.size() && lines.get(next).indent() > indent)
        {
            throw new IllegalArgumentException("too far right: '" + lines.get(next).text() + "'");
        }
        return map;
    }

    private Object block(final int outer)
    {
        final int indent = lines.get(next).indent();
        if (indent <= outer)
        {
            throw new IllegalArgumentException("nothing before '" + lines.get(next).text() + "'");
        }
        return lines.get(next).text().startsWith("- ") ? list(indent) : map(indent);
    }

    private List<Object> list(final int indent)
    {
        final List<Object> list = new ArrayList<>();
        while (isAt(indent) && lines.get(next).text().startsWith("- "))
        {
            final String text = lines.get(next).text().substring(2).strip();
            if (text.matches("[A-Za-z]+:( .*)?"))
            {
                lines.set(next, new Line(indent + 2, text));
                list.add(map(indent + 2));
            }
            else
            {
                next++;
                list.add(scalar(text));
            }
        }
        return list;
    }

    private boolean isAt(final int indent)
    {
        return next < lines.size() && lines.get(next).indent() == indent;
    }

    private static String scalar(final String text)
    {
        if (text.matches("[\\[{>|&*!%@`].*"))
        {
            throw new IllegalArgumentException("not a plain scalar: " + text);
        }
        final boolean isQuoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return isQuoted ? text.substring(1, text.length() - 1) : text;
    }
}
