package io.cobre.engine.control;

import io.cobre.engine.InvalidRootException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StatusFileTest
{
    @TempDir
    private Path folder;

    @Test
    void shouldTellWhatTheRankDoes() throws IOException
    {
        final StatusFile file = StatusFile.create(folder, 3, 5);
        file.state(RankState.RUNNING);
        file.operation(3, 17);
        file.waitingFor(0b10001);
        file.tick();
        final RankStatus status = RankStatus.read(StatusFile.path(folder, 3));
        assertEquals(3, status.rank());
        assertEquals(5, status.size());
        assertEquals(ProcessHandle.current().pid(), status.pid());
        assertEquals(RankState.RUNNING, status.state());
        assertEquals("allgatherv #17", status.last().describe());
        assertEquals(2, status.last().counter());
        assertEquals(0b10001, status.waitingFor());
        assertTrue(status.orderlyExitCode().isEmpty());
        assertFalse(status.shutdownHooksRan());
        assertEquals(0, status.error().length);
    }

    @Test
    void shouldTellSinceWhenAnOperationWaits() throws IOException
    {
        final StatusFile file = StatusFile.create(folder, 0, 2);
        file.operation(1, 1);
        final long started = afterAMillisecond();
        file.waitingFor(0b10);
        final long waiting = afterAMillisecond();
        file.heartbeat();
        final RankStatus status = RankStatus.read(StatusFile.path(folder, 0));
        assertTrue(started <= status.operationTimeMs() && status.operationTimeMs() < waiting);
        assertTrue(status.heartbeatTimeMs() >= waiting);
    }

    @Test
    void shouldTellWhichHeartbeatAnOperationWasBefore() throws IOException
    {
        final StatusFile file = StatusFile.create(folder, 0, 2);
        file.operation(1, 1);
        final long ended = afterAMillisecond();
        file.heartbeat();
        final long seen = afterAMillisecond();
        file.heartbeat();
        final RankStatus status = RankStatus.read(StatusFile.path(folder, 0));
        assertTrue(ended <= status.operationTimeMs() && status.operationTimeMs() < seen);
    }

    private static long afterAMillisecond()
    {
        final long before = System.currentTimeMillis();
        long now = before;
        while (now == before)
        {
            Thread.onSpinWait();
            now = System.currentTimeMillis();
        }
        return now;
    }

    @Test
    void shouldKeepExitCodeAndError() throws IOException
    {
        final StatusFile file = StatusFile.create(folder, 0, 1);
        file.exitCode(137);
        file.hooksHaveRun();
        file.error(ErrorRecord.encode(new InvalidRootException("no rank 9"), StatusDescriptor.MAX_ERROR_LENGTH));
        final RankStatus status = RankStatus.read(StatusFile.path(folder, 0));
        assertEquals(137, status.orderlyExitCode().orElseThrow());
        assertTrue(status.shutdownHooksRan());
        assertEquals("no rank 9", ErrorRecord.decode(status.error()).getMessage());
    }

    @Test
    void shouldRefuseOtherFiles() throws IOException
    {
        final Path file = StatusFile.path(folder, 1);
        assertNull(RankStatus.readIfPresent(folder, 1));
        Files.write(file, new byte[StatusDescriptor.LENGTH]);
        assertThrows(IOException.class, () -> RankStatus.read(file));
        Files.write(file, new byte[10]);
        assertThrows(IOException.class, () -> RankStatus.read(file));
    }
}
