package io.cobre.engine.control;

import org.agrona.ExpandableArrayBuffer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values of an error's context as bytes: one tag byte and the content, as schemas/control.xml describes.
 */
final class ContextValue
{
    private static final int MAX_DEPTH = 8;
    private static final byte NULL = 0;
    private static final byte TEXT = 1;
    private static final byte INTEGER = 2;
    private static final byte DOUBLE = 3;
    private static final byte BOOLEAN = 4;
    private static final byte LIST = 5;
    private static final byte MAP = 6;
    private static final byte SHORT_INTEGER = 7;

    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(64);
    private int limit;

    private ContextValue()
    {
    }

    static byte[] encode(final Object value)
    {
        final ContextValue writer = new ContextValue();
        writer.write(value, 0);
        final byte[] bytes = new byte[writer.limit];
        writer.buffer.getBytes(0, bytes);
        return bytes;
    }

    static Object decode(final byte[] bytes)
    {
        return read(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), 0);
    }

    private void write(final Object value, final int depth)
    {
        if (value == null)
        {
            tag(NULL);
        }
        else if (value instanceof Boolean bool)
        {
            tag(BOOLEAN);
            tag((byte) (bool ? 1 : 0));
        }
        else if (value instanceof Double || value instanceof Float)
        {
            tag(DOUBLE);
            writeLong(Double.doubleToRawLongBits(((Number) value).doubleValue()));
        }
        else if (value instanceof Integer || value instanceof Short || value instanceof Byte)
        {
            tag(SHORT_INTEGER);
            writeInt(((Number) value).intValue());
        }
        else if (value instanceof Number number)
        {
            tag(INTEGER);
            writeLong(number.longValue());
        }
        else if (value instanceof List<?> list && depth < MAX_DEPTH)
        {
            tag(LIST);
            writeInt(list.size());
            list.forEach((element) -> write(element, depth + 1));
        }
        else if (value instanceof Map<?, ?> map && depth < MAX_DEPTH)
        {
            tag(MAP);
            writeInt(map.size());
            map.forEach((key, element) ->
            {
                writeText(String.valueOf(key));
                write(element, depth + 1);
            });
        }
        else
        {
            tag(TEXT);
            writeText(value.toString());
        }
    }

    private void tag(final byte tag)
    {
        buffer.putByte(limit++, tag);
    }

    private void writeInt(final int value)
    {
        buffer.putInt(limit, value, ByteOrder.LITTLE_ENDIAN);
        limit += Integer.BYTES;
    }

    private void writeLong(final long value)
    {
        buffer.putLong(limit, value, ByteOrder.LITTLE_ENDIAN);
        limit += Long.BYTES;
    }

    private void writeText(final String text)
    {
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writeInt(bytes.length);
        buffer.putBytes(limit, bytes);
        limit += bytes.length;
    }

    private static Object read(final ByteBuffer in, final int depth)
    {
        final byte tag = in.get();
        return switch (tag)
        {
            case NULL -> null;
            case TEXT -> readText(in);
            case INTEGER -> in.getLong();
            case SHORT_INTEGER -> in.getInt();
            case DOUBLE -> Double.longBitsToDouble(in.getLong());
            case BOOLEAN -> in.get() != 0;
            case LIST -> readList(in, depth);
            case MAP -> readMap(in, depth);
            default -> throw new ControlProtocolException("unknown tag " + tag + " in an error record");
        };
    }

    private static List<Object> readList(final ByteBuffer in, final int depth)
    {
        final int count = count(in, depth);
        final List<Object> list = new ArrayList<>();
        for (int i = 0; i < count; i++)
        {
            list.add(read(in, depth + 1));
        }
        return list;
    }

    private static Map<String, Object> readMap(final ByteBuffer in, final int depth)
    {
        final int count = count(in, depth);
        final Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < count; i++)
        {
            final String key = readText(in);
            map.put(key, read(in, depth + 1));
        }
        return map;
    }

    private static int count(final ByteBuffer in, final int depth)
    {
        final int count = in.getInt();
        if (count < 0 || count > in.remaining() || depth >= MAX_DEPTH)
        {
            throw new ControlProtocolException("count " + count + " in an error record");
        }
        return count;
    }

    private static String readText(final ByteBuffer in)
    {
        final int length = in.getInt();
        if (length < 0 || length > in.remaining())
        {
            throw new ControlProtocolException("text of " + length + " bytes in an error record");
        }
        final byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
