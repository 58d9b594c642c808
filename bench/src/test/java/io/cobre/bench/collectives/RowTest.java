package io.cobre.bench.collectives;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest
{
    @Test
    void shouldKeepTheUsualRowsOfUsualSizes()
    {
        assertEquals(
            List.of("barrier 0", "allreduce 8", "allgatherv 8"), rows(List.of(), List.of(8)));
    }

    @Test
    void shouldMeasureOtherSizesWithEveryWantedOperation()
    {
        assertEquals(
            List.of("barrier 0", "broadcast 256", "allgatherv 256"),
            rows(List.of("barrier", "broadcast", "allgatherv"), List.of(256, 256)));
        assertEquals(
            List.of("allreduce 1024", "allreduce 8192", "allreduce 8192 foreign"),
            rows(List.of("allreduce"), List.of(8192, 1024)));
    }

    private static List<String> rows(final List<String> operations, final List<Integer> sizes)
    {
        return Row.matching(operations, sizes).stream()
            .map((row) -> row.operation().id() + " " + row.bytes() +
                (row.bufferKind() == Row.BufferKind.FOREIGN ? " foreign" : ""))
            .toList();
    }
}
