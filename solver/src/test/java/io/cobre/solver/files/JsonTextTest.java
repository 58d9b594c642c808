package io.cobre.solver.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest
{
    /** What is printed is JSON in every locale then. */
    @Test
    void shouldEscapeWhatIsNotAscii()
    {
        assertEquals("{\"name\":\"\\u00C1gua\"}", JsonText.line(Map.of("name", "\u00c1gua")));
    }

    @Test
    void shouldWriteNullForWhatIsNoNumber()
    {
        assertEquals("{\"gap\":null}", JsonText.line(Map.of("gap", Double.NaN)));
    }
}
