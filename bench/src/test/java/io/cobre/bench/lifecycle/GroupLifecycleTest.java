package io.cobre.bench.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.BackendKind;
import io.cobre.solver.Cobre;
import io.cobre.solver.HistoryRow;
import io.cobre.solver.ProgressEvent;
import io.cobre.solver.TrainingResult;
import io.cobre.solver.WorkerInfo;
import io.cobre.solver.error.ValidationRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who computes, and what is known of them afterwards (SS2.1a, SS2.1b, SS7.4).
 */
class GroupLifecycleTest extends LifecycleSuite
{
    @OnBothBackends
    void shouldStartAMarkedProcessForEachRank(final BackendKind backend)
    {
        final AtomicBoolean isSeen = new AtomicBoolean();
        final TrainingResult result = Cobre.train(valley(), endless(backend, 3)
            .stopRequested(isSeen::get)
            .progressCallback((event) -> isSeen.set(workers().workers().size() == 3)));
        final List<WorkerInfo> infos = result.workers().orElseThrow();
        assertEquals(List.of(0, 1, 2), infos.stream().map(WorkerInfo::rank).toList());
        assertEquals(
            workers().workers().stream().map(ProcessHandle::pid).toList(),
            infos.stream().map(WorkerInfo::pid).toList());
        assertEquals(3, infos.stream().map(WorkerInfo::pid).distinct().count());
        assertEquals(List.of(backend, backend, backend), infos.stream().map(WorkerInfo::backend).toList());
        assertTrue(infos.stream().allMatch((info) -> info.wallTimeMs() <= result.wallTimeMs()), infos.toString());
        assertEquals("shutdown", result.terminationReason());
        assertEquals(1, workers().runDirectories().size());
        final String name = workers().runDirectories().iterator().next().getFileName().toString();
        assertTrue(name.matches("cobre_comm_[0-9a-f]{16}"), name);
    }

    @OnBothBackends
    @Tag("slow")
    void shouldReturnTheResultOfRankZero(final BackendKind backend)
    {
        final List<ProgressEvent> events = Collections.synchronizedList(new ArrayList<>());
        final TrainingResult result = Cobre.train(valley(), options(backend, 2).progressCallback(events::add));
        final List<ProgressEvent> ofRankZero =
            events.stream().filter((event) -> event.workerId().getAsInt() == 0).toList();
        assertEquals(
            ofRankZero.stream().map(ProgressEvent::wallTimeMs).toList(),
            result.history().stream().map(HistoryRow::wallTimeMs).toList());
        assertEquals(
            ofRankZero.stream().map(ProgressEvent::lowerBound).toList(),
            result.history().stream().map(HistoryRow::lowerBound).toList());
    }

    @OnBothBackends
    @Timeout(60)
    void shouldObeyAStopFromBeforeTheWorkersJoined(final BackendKind backend)
    {
        final TrainingResult result = Cobre.train(valley(), endless(backend, 2).stopRequested(() -> true));
        assertEquals("shutdown", result.terminationReason());
        assertEquals(1, result.iterations());
    }

    @ParameterizedTest
    @CsvSource({"AUTO,1", "SHM,1", "TCP,1", "LOCAL,1", "LOCAL,3"})
    void shouldStayInTheCallersThread(final BackendKind backend, final int size)
    {
        final List<ValidationRecord> warnings = new ArrayList<>();
        final Thread caller = Thread.currentThread();
        final TrainingResult result = Cobre.train(valley(), options(backend, size)
            .warningCallback(warnings::add)
            .progressCallback((event) ->
            {
                assertSame(caller, Thread.currentThread());
                assertEquals(List.of(), children());
                assertTrue(event.workerId().isEmpty());
            }));
        assertEquals(Optional.empty(), result.workers());
        assertEquals(size > 1 ? 1 : 0, warnings.size(), warnings.toString());
    }
}
