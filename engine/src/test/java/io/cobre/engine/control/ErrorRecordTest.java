package io.cobre.engine.control;

import io.cobre.engine.BackendException;
import io.cobre.engine.CobreException;
import io.cobre.engine.CollectiveFailedException;
import io.cobre.engine.EngineErrorKind;
import io.cobre.engine.ErrorKind;
import io.cobre.engine.InvalidRootException;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ErrorRecordTest
{
    @Test
    void shouldKeepEverythingOfAnErrorOfOurs()
    {
        final Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("rank", 3);
        inner.put("list", Arrays.asList(1L, 2, null, true, "x", 2.5, Double.NaN));
        final CobreException error = new CollectiveFailedException(
            CollectiveFailedException.Reason.MISMATCH, "ranks disagree").with("side", inner).suggest("agree");
        final CobreException copy = ErrorRecord.decode(ErrorRecord.encode(error));
        assertEquals(CollectiveFailedException.class, copy.getClass());
        assertEquals(
            CollectiveFailedException.Reason.MISMATCH, ((CollectiveFailedException) copy).reason());
        assertEquals(error.getMessage(), copy.getMessage());
        assertEquals(error.context(), copy.context());
        assertEquals("agree", copy.suggestion());
        assertEquals(error.getStackTrace()[0].toString().replaceAll("^.*//", ""), copy.getStackTrace()[0].toString());
    }

    @Test
    void shouldKeepClassesKindsAndCauses()
    {
        final CobreException copy = ErrorRecord.decode(ErrorRecord.encode(new BackendException(
            EngineErrorKind.INITIALIZATION_FAILED, "outer", new InvalidRootException("inner"))));
        assertEquals(BackendException.class, copy.getClass());
        assertEquals(EngineErrorKind.INITIALIZATION_FAILED, copy.kind());
        assertInstanceOf(InvalidRootException.class, copy.getCause());
        assertNull(copy.suggestion());
    }

    @Test
    void shouldMakeAnInternalPanicOfAnythingElse()
    {
        final CobreException copy = ErrorRecord.decode(ErrorRecord.encode(
            new StackOverflowError(), StatusDescriptor.MAX_ERROR_LENGTH));
        assertEquals(EngineErrorKind.INTERNAL_PANIC, copy.kind());
        assertEquals("java.lang.StackOverflowError", copy.getMessage());
    }

    @Test
    void shouldKeepKindsOfModulesThatAreNotHere()
    {
        final ErrorKind foreign = new ErrorKind()
        {
            @Override
            public String id()
            {
                return "TeaTooCold";
            }

            @Override
            public int exitCode()
            {
                return 3;
            }
        };
        final CobreException copy = ErrorRecord.decode(ErrorRecord.encode(new CobreException(foreign, "brr")));
        assertEquals("TeaTooCold", copy.kind().id());
        assertEquals(3, copy.kind().exitCode());
    }

    @Test
    void shouldFitIntoAStatusFile()
    {
        final CobreException huge = new CobreException(
            EngineErrorKind.OUT_OF_RANGE, "y".repeat(100_000), new IllegalStateException("z".repeat(50_000)))
            .with("big", "x".repeat(100_000)).with("list", List.of("w".repeat(1000), "v".repeat(1000)));
        final byte[] record = ErrorRecord.encode(huge, StatusDescriptor.MAX_ERROR_LENGTH);
        assertTrue(record.length <= StatusDescriptor.MAX_ERROR_LENGTH);
        assertEquals(EngineErrorKind.OUT_OF_RANGE, ErrorRecord.decode(record).kind());
        assertTrue(ErrorRecord.decode(record).getMessage().startsWith("yyyy"));
    }

    @Test
    void shouldSurviveDamagedRecords()
    {
        final byte[] record = ErrorRecord.encode(new CobreException(
            EngineErrorKind.OUT_OF_RANGE, "message", new InvalidRootException("inner"))
            .with("a", List.of(1, "b", Map.of("c", 2.0))));
        final long seed = 20_260_101L;
        final Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++)
        {
            final byte[] damaged = Arrays.copyOf(record, 8 + random.nextInt(record.length - 7));
            for (int hits = random.nextInt(4); hits >= 0; hits--)
            {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            assertNotNull(ErrorRecord.decode(damaged).kind(), "seed " + seed);
        }
    }
}
