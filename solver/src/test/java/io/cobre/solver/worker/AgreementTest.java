package io.cobre.solver.worker;

import io.cobre.engine.CobreException;
import io.cobre.solver.error.SolverErrorKind;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AgreementTest
{
    @Test
    void shouldNameTheRanksThatDisagree()
    {
        final CobreException failure = assertThrows(CobreException.class, () -> Agreement.check(
            List.of(List.of("p", "b"), List.of("p", "x"), List.of("p", "b"))));
        assertEquals(SolverErrorKind.INTERNAL_PANIC, failure.kind());
        assertEquals(List.of(List.of(0, 2), List.of(1)), failure.context().get("ranks"));
        assertTrue(failure.getMessage().contains("ranks [1] have [p, x]"), failure.getMessage());
    }

    @Test
    void shouldBeContentWithEqualDigests()
    {
        Agreement.check(List.of(List.of("p"), List.of("p")));
    }
}
