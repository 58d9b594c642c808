package io.cobre.solver.study.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest
{
    @Test
    void shouldParseTermsInAllForms()
    {
        assertEquals(
            new Expression(
                List.of(
                    new Expression.Term(-1.0, "hydro_storage", 3, Expression.OWN_BLOCK),
                    new Expression.Term(2.5e-3, "line_direct", -4, 1),
                    new Expression.Term(-3.0, "bus_deficit", 0, 0)),
                1.5),
            Expression.parse(" - hydro_storage(3)+2.5e-3*line_direct( -4 , 1 ) + 2 - 3 * bus_deficit(0,0) - 0.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "2 *",
        "hydro_storage",
        "hydro_storage(",
        "hydro_storage()",
        "hydro_storage(1",
        "hydro_storage(1,)",
        "hydro_storage(1, -2)",
        "hydro_storage(1) hydro_storage(2)",
        "2 hydro_storage(1)",
        "hydro_storage(1) * 2",
        "1e5e5",
        "(hydro_storage(1))",
        "2 + + 3"})
    void shouldRefuseWhatIsNoExpression(final String text)
    {
        final IllegalArgumentException error =
            assertThrows(IllegalArgumentException.class, () -> Expression.parse(text));
        assertTrue(error.getMessage().contains("position"), error.getMessage());
    }

    @Test
    void shouldProposeTheNearestVariable()
    {
        final IllegalArgumentException error =
            assertThrows(IllegalArgumentException.class, () -> Expression.parse("hydro_turbine(1)"));
        assertTrue(error.getMessage().contains("did you mean 'hydro_turbined'?"), error.getMessage());
    }
}
