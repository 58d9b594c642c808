package io.cobre.solver.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cobre.engine.BackendKind;
import io.cobre.engine.CobreException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunArgumentsTest
{
    private static final String VARIABLE = "COBRE_COMM_BACKEND";

    @Test
    void shouldTakeTheOptionThenTheVariableThenAuto()
    {
        assertEquals(BackendKind.TCP, RunArguments.backend("tcp", Map.of(VARIABLE, "shm")));
        assertEquals(BackendKind.SHM, RunArguments.backend(null, Map.of(VARIABLE, "shm")));
        assertEquals(BackendKind.AUTO, RunArguments.backend(null, Map.of()));
    }

    @Test
    void shouldTakeAnEmptyVariableForNone()
    {
        assertEquals(BackendKind.AUTO, RunArguments.backend(null, Map.of(VARIABLE, "")));
        assertThrows(CobreException.class, () -> RunArguments.backend("", Map.of()));
        assertThrows(CobreException.class, () -> RunArguments.backend(null, Map.of(VARIABLE, "mpi")));
    }
}
