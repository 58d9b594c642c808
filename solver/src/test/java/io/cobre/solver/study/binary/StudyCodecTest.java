package io.cobre.solver.study.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.solver.study.Study;
import io.cobre.solver.study.input.CaseLoader;
import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class StudyCodecTest
{
    private int next;

    /**
     * Every component of every record gets a value of its own, so that one which is forgotten or exchanged shows.
     */
    @Test
    void shouldKeepEveryComponent() throws ReflectiveOperationException
    {
        for (int variant = 0; variant < 8; variant++)
        {
            final Study study = (Study) sample(Study.class);
            assertEquals(describe(study), describe(StudyCodec.decode(StudyCodec.encode(study))));
        }
    }

    @Test
    void shouldKeepReferenceCase()
    {
        final Path path = Path.of(System.getProperty("cobre.cases", "absent"), "4ree");
        Assumptions.assumeTrue(Files.isDirectory(path), "no case folder " + path);
        final Study study = CaseLoader.load(path, Map.of());
        assertEquals(describe(study), describe(StudyCodec.decode(StudyCodec.encode(study))));
        assertEquals(64, study.fingerprint().length());
        assertEquals(study.fingerprint(), StudyCodec.fingerprint(study));
        assertEquals(
            study.fingerprint(),
            CaseLoader.load(path, Map.of("training.stopping_rules.0.limit", "3", "simulation.num_scenarios", "7"))
                .fingerprint());
        assertNotEquals(
            study.fingerprint(), CaseLoader.load(path, Map.of("training.tree_seed", "3")).fingerprint());
    }

    @Test
    void shouldRefuseDamage() throws ReflectiveOperationException
    {
        final byte[] bytes = StudyCodec.encode((Study) sample(Study.class));
        for (int i = 0; i < bytes.length; i += 7)
        {
            final byte[] changed = bytes.clone();
            changed[i] ^= 1;
            assertThrows(IllegalArgumentException.class, () -> StudyCodec.decode(changed));
        }
        assertThrows(
            IllegalArgumentException.class, () -> StudyCodec.decode(Arrays.copyOf(bytes, bytes.length - 1)));
    }

    private Object sample(final Type type) throws ReflectiveOperationException
    {
        next++;
        if (type instanceof ParameterizedType generic)
        {
            return sampleCollection(generic);
        }
        final Class<?> raw = (Class<?>) type;
        if (raw.isRecord())
        {
            return sampleRecord(raw);
        }
        if (raw.isSealed())
        {
            return sample(raw.getPermittedSubclasses()[next % raw.getPermittedSubclasses().length]);
        }
        if (raw.isEnum())
        {
            return raw.getEnumConstants()[next % raw.getEnumConstants().length];
        }
        if (raw.isArray())
        {
            final Object array = Array.newInstance(raw.getComponentType(), 1 + next % 3);
            for (int i = 0; i < Array.getLength(array); i++)
            {
                Array.set(array, i, sample(raw.getComponentType()));
            }
            return array;
        }
        return sampleValue(raw);
    }

    private Object sampleValue(final Class<?> raw)
    {
        if (raw == int.class || raw == Integer.class)
        {
            return next;
        }
        if (raw == long.class)
        {
            return next * 1_000_000_007L;
        }
        if (raw == double.class)
        {
            return next % 11 == 0 ? Double.POSITIVE_INFINITY : next / 7.0;
        }
        if (raw == boolean.class)
        {
            return next % 2 == 0;
        }
        if (raw == String.class)
        {
            return "text " + next;
        }
        assertEquals(LocalDate.class, raw, "a type without a sample");
        return LocalDate.of(2024, 1, 1).plusDays(next);
    }

    private Object sampleRecord(final Class<?> type) throws ReflectiveOperationException
    {
        final RecordComponent[] components = type.getRecordComponents();
        final Class<?>[] types = new Class<?>[components.length];
        final Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++)
        {
            types[i] = components[i].getType();
            values[i] = sample(components[i].getGenericType());
        }
        return type.getDeclaredConstructor(types).newInstance(values);
    }

    private Object sampleCollection(final ParameterizedType type) throws ReflectiveOperationException
    {
        final Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == Map.class)
        {
            final Map<Object, Object> map = new LinkedHashMap<>();
            map.put(sample(arguments[0]), sample(arguments[1]));
            map.put(sample(arguments[0]), sample(arguments[1]));
            return map;
        }
        assertEquals(List.class, type.getRawType());
        final List<Object> list = new ArrayList<>();
        final int size = 1 + next % 3;
        for (int i = 0; i < size; i++)
        {
            list.add(sample(arguments[0]));
        }
        return list;
    }

    private static String describe(final Object value)
    {
        if (value == null)
        {
            return "null";
        }
        if (value.getClass().isArray())
        {
            final StringBuilder text = new StringBuilder("[");
            for (int i = 0; i < Array.getLength(value); i++)
            {
                text.append(describe(Array.get(value, i))).append(' ');
            }
            return text + "]";
        }
        if (value instanceof List<?> list)
        {
            return describe(list.toArray());
        }
        if (value instanceof Map<?, ?> map)
        {
            final List<String> entries = new ArrayList<>();
            map.forEach((key, entry) -> entries.add(describe(key) + "=" + describe(entry)));
            entries.sort(null);
            return entries.toString();
        }
        return value.getClass().isRecord() ? describeRecord(value) : value.toString();
    }

    private static String describeRecord(final Object value)
    {
        final StringBuilder text = new StringBuilder(value.getClass().getSimpleName()).append('(');
        for (final RecordComponent component : value.getClass().getRecordComponents())
        {
            try
            {
                text.append(component.getName())
                    .append('=')
                    .append(describe(component.getAccessor().invoke(value)))
                    .append('\n');
            }
            catch (final ReflectiveOperationException ex)
            {
                throw new IllegalStateException(ex);
            }
        }
        assertTrue(text.length() > 1);
        return text.append(')').toString();
    }
}
