package io.cobre.solver.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;

/**
 * Maps, lists and scalars as JSON in ASCII, whatever the locale; a number that JSON cannot hold becomes null.
 */
public final class JsonText
{
    private static final JsonFactory FACTORY =
        JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private JsonText()
    {
    }

    /**
     * On one line.
     *
     * @param object of names and values.
     * @return without a line feed.
     */
    public static String line(final Map<String, ?> object)
    {
        return text(object, false);
    }

    /**
     * On as many lines as are good for people.
     *
     * @param object of names and values.
     * @return with a line feed at the end.
     */
    public static String page(final Map<String, ?> object)
    {
        return text(object, true) + "\n";
    }

    private static String text(final Map<String, ?> object, final boolean pretty)
    {
        final StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text))
        {
            if (pretty)
            {
                out.useDefaultPrettyPrinter();
            }
            write(out, object);
        }
        catch (final IOException ex)
        {
            throw new UncheckedIOException(ex);
        }
        return text.toString();
    }

    private static void write(final JsonGenerator out, final Object value) throws IOException
    {
        if (value == null)
        {
            out.writeNull();
        }
        else if (value instanceof Map<?, ?> map)
        {
            out.writeStartObject();
            for (final Map.Entry<?, ?> entry : map.entrySet())
            {
                out.writeFieldName(String.valueOf(entry.getKey()));
                write(out, entry.getValue());
            }
            out.writeEndObject();
        }
        else if (value instanceof Collection<?> list)
        {
            out.writeStartArray();
            for (final Object element : list)
            {
                write(out, element);
            }
            out.writeEndArray();
        }
        else
        {
            writeScalar(out, value);
        }
    }

    private static void writeScalar(final JsonGenerator out, final Object value) throws IOException
    {
        if (value instanceof Boolean flag)
        {
            out.writeBoolean(flag);
        }
        else if (value instanceof Double || value instanceof Float)
        {
            final double number = ((Number) value).doubleValue();
            if (Double.isFinite(number))
            {
                out.writeNumber(number);
            }
            else
            {
                out.writeNull();
            }
        }
        else if (value instanceof Number number)
        {
            out.writeNumber(number.longValue());
        }
        else
        {
            out.writeString(value.toString());
        }
    }
}
