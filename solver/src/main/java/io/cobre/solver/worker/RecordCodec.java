package io.cobre.solver.worker;

import io.cobre.engine.CobreException;
import io.cobre.solver.error.SolverErrorKind;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Trees of records as bytes, for files and messages between the processes of one run; both sides run the same code, so
 * there is no version in it. Known are boxed primitives, text, enums, lists, arrays of bytes and doubles, and records
 * of this solver. A value is one tag byte and its content, big-endian:
 * <pre>
 *   0 null            1 boolean u8      2 int i32       3 long i64      4 double f64
 *   5 text i32 UTF-8  6 list i32 n      7 double[] i32 n  8 byte[] i32 n
 *   9 record: class, components         10 enum: class, i32 ordinal
 * </pre>
 * A class is an i32 index into the table of classes seen so far; a new one is followed by its name.
 */
final class RecordCodec
{
    private static final String PACKAGES = "io.cobre.solver.";
    private static final byte NULL = 0;
    private static final byte BOOLEAN = 1;
    private static final byte INT = 2;
    private static final byte LONG = 3;
    private static final byte DOUBLE = 4;
    private static final byte TEXT = 5;
    private static final byte LIST = 6;
    private static final byte DOUBLES = 7;
    private static final byte BYTES = 8;
    private static final byte RECORD = 9;
    private static final byte ENUM = 10;

    private RecordCodec()
    {
    }

    /**
     * Encode.
     *
     * @param root a tree of known values.
     * @return its bytes.
     */
    static byte[] encode(final Object root)
    {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (DataOutputStream out = new DataOutputStream(bytes))
        {
            new Writer(out).write(root);
        }
        catch (final IOException | ReflectiveOperationException ex)
        {
            throw broken("cannot be encoded: " + ex, ex);
        }
        return bytes.toByteArray();
    }

    /**
     * Decode.
     *
     * @param bytes as {@link #encode(Object)} gave.
     * @param type  of the root.
     * @param <T>   of the root.
     * @return an equal tree.
     */
    static <T> T decode(final byte[] bytes, final Class<T> type)
    {
        try
        {
            return type.cast(new Reader(ByteBuffer.wrap(bytes)).read());
        }
        catch (final ReflectiveOperationException | BufferUnderflowException | ClassCastException |
            IllegalArgumentException | IndexOutOfBoundsException ex)
        {
            throw broken("are damaged: " + ex, ex);
        }
    }

    private static CobreException broken(final String what, final Exception cause)
    {
        return new CobreException(
            SolverErrorKind.INTERNAL_PANIC, "the data between the processes of this run " + what, cause);
    }

    /**
     * One encoding.
     */
    private static final class Writer
    {
        private final DataOutputStream out;
        private final Map<Class<?>, Integer> classes = new HashMap<>();

        private Writer(final DataOutputStream out)
        {
            this.out = out;
        }

        private void write(final Object value) throws IOException, ReflectiveOperationException
        {
            if (value == null)
            {
                out.writeByte(NULL);
            }
            else if (value instanceof Record)
            {
                writeRecord(value);
            }
            else if (value instanceof Enum<?> constant)
            {
                out.writeByte(ENUM);
                writeClass(constant.getDeclaringClass());
                out.writeInt(constant.ordinal());
            }
            else if (value instanceof List<?> list)
            {
                out.writeByte(LIST);
                out.writeInt(list.size());
                for (final Object element : list)
                {
                    write(element);
                }
            }
            else
            {
                writeScalar(value);
            }
        }

        private void writeScalar(final Object value) throws IOException
        {
            if (value instanceof Boolean bool)
            {
                out.writeByte(BOOLEAN);
                out.writeBoolean(bool);
            }
            else if (value instanceof Integer number)
            {
                out.writeByte(INT);
                out.writeInt(number);
            }
            else if (value instanceof Long number)
            {
                out.writeByte(LONG);
                out.writeLong(number);
            }
            else if (value instanceof Double number)
            {
                out.writeByte(DOUBLE);
                out.writeLong(Double.doubleToRawLongBits(number));
            }
            else if (value instanceof String text)
            {
                out.writeByte(TEXT);
                writeText(text);
            }
            else if (value instanceof double[] doubles)
            {
                out.writeByte(DOUBLES);
                out.writeInt(doubles.length);
                final ByteBuffer bytes = ByteBuffer.allocate(doubles.length * Double.BYTES);
                bytes.asDoubleBuffer().put(doubles);
                out.write(bytes.array());
            }
            else if (value instanceof byte[] bytes)
            {
                out.writeByte(BYTES);
                out.writeInt(bytes.length);
                out.write(bytes);
            }
            else
            {
                throw new IOException("no encoding for " + value.getClass().getName());
            }
        }

        private void writeRecord(final Object value) throws IOException, ReflectiveOperationException
        {
            out.writeByte(RECORD);
            writeClass(value.getClass());
            for (final RecordComponent component : components(value.getClass()))
            {
                component.getAccessor().setAccessible(true);
                write(component.getAccessor().invoke(value));
            }
        }

        private void writeClass(final Class<?> type) throws IOException
        {
            final Integer known = classes.putIfAbsent(type, classes.size());
            out.writeInt(known == null ? classes.size() - 1 : known);
            if (known == null)
            {
                writeText(type.getName());
            }
        }

        private void writeText(final String text) throws IOException
        {
            final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    /**
     * One decoding.
     */
    private static final class Reader
    {
        private final ByteBuffer in;
        private final List<Class<?>> classes = new ArrayList<>();

        private Reader(final ByteBuffer in)
        {
            this.in = in;
        }

        private Object read() throws ReflectiveOperationException
        {
            final byte tag = in.get();
            return switch (tag)
            {
                case NULL -> null;
                case BOOLEAN -> in.get() != 0;
                case INT -> in.getInt();
                case LONG -> in.getLong();
                case DOUBLE -> Double.longBitsToDouble(in.getLong());
                case TEXT -> readText();
                case LIST -> readList();
                case DOUBLES -> readDoubles();
                case BYTES -> readBytes(length(1));
                case RECORD -> readRecord();
                case ENUM -> readConstant();
                default -> throw new IllegalArgumentException("unknown tag " + tag);
            };
        }

        private Object readConstant() throws ReflectiveOperationException
        {
            final Class<?> type = readClass();
            if (!type.isEnum())
            {
                throw new IllegalArgumentException("no enum: " + type.getName());
            }
            return type.getEnumConstants()[in.getInt()];
        }

        private List<Object> readList() throws ReflectiveOperationException
        {
            final int length = length(1);
            final List<Object> list = new ArrayList<>(length);
            for (int i = 0; i < length; i++)
            {
                list.add(read());
            }
            return Collections.unmodifiableList(list);
        }

        private double[] readDoubles()
        {
            final double[] array = new double[length(Double.BYTES)];
            in.asDoubleBuffer().get(array);
            in.position(in.position() + array.length * Double.BYTES);
            return array;
        }

        private Object readRecord() throws ReflectiveOperationException
        {
            final Class<?> type = readClass();
            final RecordComponent[] components = components(type);
            final Class<?>[] types = new Class<?>[components.length];
            final Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++)
            {
                types[i] = components[i].getType();
                values[i] = read();
            }
            final var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        }

        private Class<?> readClass() throws ClassNotFoundException
        {
            final int index = in.getInt();
            if (index == classes.size())
            {
                final String name = readText();
                if (!name.startsWith(PACKAGES))
                {
                    throw new ClassNotFoundException("not one of ours: " + name);
                }
                classes.add(Class.forName(name));
            }
            return classes.get(index);
        }

        private String readText()
        {
            return new String(readBytes(length(1)), StandardCharsets.UTF_8);
        }

        private byte[] readBytes(final int length)
        {
            final byte[] bytes = new byte[length];
            in.get(bytes);
            return bytes;
        }

        private int length(final int elementBytes)
        {
            final int length = in.getInt();
            if (length < 0 || (long) length * elementBytes > in.remaining())
            {
                throw new IllegalArgumentException("length " + length);
            }
            return length;
        }
    }

    private static RecordComponent[] components(final Class<?> type)
    {
        final RecordComponent[] components = type.getRecordComponents();
        if (components == null || !type.getName().startsWith(PACKAGES))
        {
            throw new IllegalArgumentException("no record of ours: " + type.getName());
        }
        return components;
    }
}
