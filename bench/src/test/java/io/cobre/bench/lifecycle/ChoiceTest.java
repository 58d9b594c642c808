package io.cobre.bench.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.BackendKind;
import io.cobre.engine.CobreException;
import io.cobre.engine.control.RankEnvironment;
import io.cobre.solver.Cobre;
import io.cobre.solver.SimulateOptions;
import io.cobre.solver.TrainOptions;
import io.cobre.solver.TrainingResult;
import io.cobre.solver.WorkerInfo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * What a run uses, and what it refuses before anything is started (SS2.1a, SS7.1, SS7.5).
 */
class ChoiceTest extends LifecycleSuite
{
    private static final String FORK = "fork";

    @Test
    void shouldChooseSharedMemoryWithoutACoordinator()
    {
        assertBackend(BackendKind.SHM, Map.of("COBRE_TCP_COORDINATOR", ""));
    }

    @Test
    void shouldChooseTheNetworkWithACoordinator()
    {
        assertBackend(BackendKind.TCP, Map.of("COBRE_TCP_COORDINATOR", "127.0.0.1:0"));
    }

    @Test
    void shouldRefuseAnUnknownBackendAlsoWithOneWorker()
    {
        final CobreException error = assertThrows(
            CobreException.class, () -> Cobre.train(valley(), new TrainOptions().backend("mpi").numWorkers(1)));
        assertEquals("IncompatibleSettings", error.kind().id());
        assertEquals("mpi", error.context().get("requested"));
        assertEquals(List.of("auto", "shm", "tcp", "local"), error.context().get("available"));
    }

    @Test
    void shouldRefuseFewerThanOneWorker()
    {
        for (final int count : new int[]{0, -3})
        {
            assertEquals("OutOfRange", refusal(() -> Cobre.train(valley(), options(BackendKind.AUTO, count))));
            assertEquals("OutOfRange", refusal(() -> Cobre.simulate(
                valley(), output, new SimulateOptions().numWorkers(count))));
        }
    }

    @Test
    void shouldRefuseATimeoutThatNobodyCanMeet()
    {
        final Duration endless = Duration.ofSeconds(Long.MAX_VALUE);
        for (final Duration timeout : List.of(Duration.ZERO, Duration.ofSeconds(-1), endless))
        {
            assertEquals("OutOfRange", refusal(() -> Cobre.train(
                valley(), options(BackendKind.SHM, 2).timeout(timeout))));
        }
    }

    @OnBothBackends
    void shouldRefuseToFork(final BackendKind backend)
    {
        final List<TrainOptions> ways = List.of(
            options(backend, 2).startMethod(FORK),
            options(backend, 2).environment(Map.of("COBRE_START_METHOD", FORK)),
            options(backend, 2).configOverride("execution.start_method", FORK));
        for (final TrainOptions way : ways)
        {
            final CobreException error = assertThrows(CobreException.class, () -> Cobre.train(valley(), way));
            assertEquals("IncompatibleSettings", error.kind().id());
            assertEquals(FORK, error.context().get("requested"));
            assertTrue(error.getMessage().contains("copies one thread"), error.getMessage());
        }
        assertEquals(List.of(), workers().workers());
        assertEquals(1, Cobre.train(valley(), options(backend, 1).startMethod(FORK)).history().get(0).iteration());
    }

    @Test
    void shouldNameACoordinatorThatCannotBe() throws IOException
    {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()))
        {
            for (final String coordinator : List.of(
                "127.0.0.1:" + taken.getLocalPort(), "192.0.2.1:29500", "no-such-host.invalid:29500"))
            {
                final CobreException error = assertThrows(CobreException.class, () -> Cobre.train(
                    valley(),
                    options(BackendKind.TCP, 2).environment(Map.of(RankEnvironment.TCP_COORDINATOR, coordinator))));
                assertEquals("InitializationFailed", error.kind().id());
                final String host = coordinator.substring(0, coordinator.indexOf(':'));
                assertTrue(error.getMessage().contains(host), error.getMessage());
            }
        }
        assertEquals(List.of(), workers().workers());
    }

    private void assertBackend(final BackendKind expected, final Map<String, String> environment)
    {
        final TrainingResult result = Cobre.train(
            valley(), options(BackendKind.AUTO, 2).environment(environment));
        assertEquals(
            List.of(expected, expected), result.workers().orElseThrow().stream().map(WorkerInfo::backend).toList());
    }

    private static String refusal(final Executable call)
    {
        return assertThrows(CobreException.class, call).kind().id();
    }
}
