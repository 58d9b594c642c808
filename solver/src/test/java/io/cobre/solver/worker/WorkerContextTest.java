package io.cobre.solver.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cobre.engine.BackendKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerContextTest
{
    @ParameterizedTest
    @CsvSource({"2, 1, true", "2, 2, true", "2, 3, false"})
    void shouldLeaveAllCoresToTheWorkersThatNeedThem(final int workers, final int cores, final boolean expected)
    {
        final List<String> flags = new WorkerContext(BackendKind.SHM, workers).jvmFlags(cores);
        assertEquals(expected, flags.contains(WorkerContext.NO_OPTIMISING_COMPILER));
    }

    @Test
    void shouldPutTheFlagsOfTheUserLast()
    {
        final List<String> flags = new WorkerContext(BackendKind.SHM, 2).jvmArgs(List.of("-Dlast=1")).jvmFlags(2);
        assertEquals("-Dlast=1", flags.get(flags.size() - 1));
    }
}
