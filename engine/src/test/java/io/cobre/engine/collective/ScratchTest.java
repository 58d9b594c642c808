package io.cobre.engine.collective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cobre.engine.BackendKind;
import io.cobre.engine.ElementType;
import io.cobre.engine.InvalidBufferSizeException;
import io.cobre.engine.local.SharedMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScratchTest
{
    private final Scratch scratch = new Scratch(new OperationDriver(new CommunicatorContext()
        .transport(new SoloTransport())
        .monitor(new SharedMonitor(1).of(0))
        .backend(BackendKind.LOCAL)
        .conclude()));

    @Test
    void shouldGrowToTheLongestArray()
    {
        assertEquals(4096, scratch.atLeast(3, ElementType.F64).capacity());
        assertEquals(8000, scratch.atLeast(1000, ElementType.F64).capacity());
        assertEquals(8000, scratch.atLeast(4, ElementType.F64).capacity());
    }

    /**
     * Bytes that are counted modulo 4 GiB would be copied behind the end of a buffer that is too short.
     */
    @ParameterizedTest
    @ValueSource(ints = {1 << 28, 1 << 29, (1 << 29) + 1024, Integer.MAX_VALUE})
    void shouldRefuseArraysThatAreLongerThanAnyBuffer(final int count)
    {
        assertThrows(InvalidBufferSizeException.class, () -> scratch.atLeast(count, ElementType.F64));
    }
}
