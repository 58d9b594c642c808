package io.cobre.solver.study.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON text as maps, lists, strings, booleans, nulls, and numbers: Long where the text is an integer of 64 bits, else
 * Double.
 */
final class JsonTree
{
    private static final JsonFactory FACTORY =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final int LONGEST_TEXT = 80;
    private static final double EXACT = 1e15;

    private JsonTree()
    {
    }

    /**
     * Parse one JSON value.
     *
     * @param text UTF-8.
     * @return the tree.
     * @throws IOException with line and column if it is not JSON.
     */
    static Object parse(final byte[] text) throws IOException
    {
        try (JsonParser parser = FACTORY.createParser(text))
        {
            if (parser.nextToken() == null)
            {
                throw new IOException("the file is empty");
            }
            final Object tree = value(parser);
            if (parser.nextToken() != null)
            {
                throw new IOException("text after the end of the JSON value" + at(parser.currentLocation()));
            }
            return tree;
        }
        catch (final JsonProcessingException ex)
        {
            final String message = ex.getOriginalMessage().replaceFirst(": enable .*", " is no JSON");
            throw new IOException(message + at(ex.getLocation()), ex);
        }
    }

    /**
     * Write a tree, indented.
     *
     * @param tree as from {@link #parse(byte[])}.
     * @return UTF-8, with a line end.
     */
    static byte[] print(final Object tree)
    {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = FACTORY.createGenerator(bytes))
        {
            generator.useDefaultPrettyPrinter();
            print(generator, tree);
            generator.writeRaw('\n');
        }
        catch (final IOException ex)
        {
            throw new UncheckedIOException(ex);
        }
        return bytes.toByteArray();
    }

    /**
     * A value as short text for messages.
     *
     * @param value of a tree.
     * @return at most one short line.
     */
    static String shorten(final Object value)
    {
        final String text = String.valueOf(value).replace('\n', ' ').replace('\r', ' ');
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 3) + "...";
    }

    /**
     * Name of the JSON type of a value.
     *
     * @param value of a tree.
     * @return with article.
     */
    static String typeName(final Object value)
    {
        if (value == null)
        {
            return "null";
        }
        if (value instanceof Long)
        {
            return "an integer";
        }
        if (value instanceof Double)
        {
            return "a number";
        }
        if (value instanceof Boolean)
        {
            return "a boolean";
        }
        if (value instanceof String)
        {
            return "a string";
        }
        return value instanceof List ? "an array" : "an object";
    }

    private static void print(final JsonGenerator generator, final Object tree) throws IOException
    {
        if (tree instanceof Map<?, ?> map)
        {
            generator.writeStartObject();
            for (final Map.Entry<?, ?> entry : map.entrySet())
            {
                generator.writeFieldName(String.valueOf(entry.getKey()));
                print(generator, entry.getValue());
            }
            generator.writeEndObject();
        }
        else if (tree instanceof Iterable<?> list)
        {
            generator.writeStartArray();
            for (final Object item : list)
            {
                print(generator, item);
            }
            generator.writeEndArray();
        }
        else if (tree instanceof Double number && number == Math.rint(number) && Math.abs(number) < EXACT)
        {
            generator.writeNumber(number.longValue());
        }
        else
        {
            printValue(generator, tree);
        }
    }

    private static void printValue(final JsonGenerator generator, final Object value) throws IOException
    {
        if (value instanceof Boolean flag)
        {
            generator.writeBoolean(flag);
        }
        else if (value instanceof Double number)
        {
            generator.writeNumber(number);
        }
        else if (value instanceof Number number)
        {
            generator.writeNumber(number.longValue());
        }
        else if (value == null)
        {
            generator.writeNull();
        }
        else
        {
            generator.writeString(value.toString());
        }
    }

    private static Object value(final JsonParser parser) throws IOException
    {
        switch (parser.currentToken())
        {
            case START_OBJECT:
                return object(parser);
            case START_ARRAY:
                return array(parser);
            case VALUE_STRING:
                return parser.getText();
            case VALUE_NUMBER_INT:
                return integer(parser);
            case VALUE_NUMBER_FLOAT:
                return parser.getDoubleValue();
            case VALUE_TRUE:
                return Boolean.TRUE;
            case VALUE_FALSE:
                return Boolean.FALSE;
            default:
                return null;
        }
    }

    private static Map<String, Object> object(final JsonParser parser) throws IOException
    {
        final Map<String, Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT)
        {
            final String name = parser.currentName();
            parser.nextToken();
            map.put(name, value(parser));
        }
        return map;
    }

    private static List<Object> array(final JsonParser parser) throws IOException
    {
        final List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY)
        {
            list.add(value(parser));
        }
        return list;
    }

    private static Object integer(final JsonParser parser) throws IOException
    {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER ?
            (Object) parser.getDoubleValue() : (Object) parser.getLongValue();
    }

    private static String at(final JsonLocation location)
    {
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}
