package io.cobre.engine.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CpuListTest
{
    @Test
    void shouldReadNumbersAndRanges()
    {
        assertEquals(List.of(0, 1, 2, 3, 8), CpuList.parse("0-3,8\n"));
        assertEquals(List.of(5, 7), CpuList.parse("7,5,5-5"));
        assertEquals(List.of(), CpuList.parse(" \n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "3-1", "1-", "-1", "0-99999999"})
    void shouldRefuseWhatIsNoList(final String text)
    {
        assertThrows(IllegalArgumentException.class, () -> CpuList.parse(text));
    }

    @Test
    void shouldWriteWhatItReads()
    {
        assertEquals("0-3,8,10-11", CpuList.format(List.of(8, 0, 1, 11, 3, 2, 10)));
        assertEquals("", CpuList.format(List.of()));
    }
}
