package io.cobre.solver.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Maps, lists and scalars as JSON on one line; a number that JSON cannot hold becomes null.
 */
final class Json
{
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json()
    {
    }

    static String line(final Map<String, ?> object)
    {
        final StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text))
        {
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
        else if (value instanceof Iterable<?> list)
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
