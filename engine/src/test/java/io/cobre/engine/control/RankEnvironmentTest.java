package io.cobre.engine.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.BackendKind;
import io.cobre.engine.CobreException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which rank of which group a process is, by its environment.
 */
class RankEnvironmentTest
{
    @Test
    void shouldBeAloneWhereNothingSaysOtherwise()
    {
        final RankEnvironment alone = RankEnvironment.of(Map.of(), BackendKind.AUTO);
        assertEquals(BackendKind.LOCAL, alone.backend());
        assertEquals(1, alone.size());
        assertFalse(RankEnvironment.isRank(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "COBRE_SHM_RANK, COBRE_SHM_SIZE",
        "OMPI_COMM_WORLD_RANK, OMPI_COMM_WORLD_SIZE",
        "PMI_RANK, PMI_SIZE",
        "SLURM_PROCID, SLURM_NTASKS",
        "JOB_COMPLETION_INDEX, COBRE_TCP_SIZE"})
    void shouldFindRankAndSize(final String rank, final String size)
    {
        final Map<String, String> variables = Map.of("COBRE_SHM_NAME", "/mine", rank, "3", size, "5");
        final RankEnvironment found = RankEnvironment.of(variables, BackendKind.AUTO);
        assertEquals(BackendKind.SHM, found.backend());
        assertEquals(3, found.rank());
        assertEquals(5, found.size());
        assertEquals("/mine", found.shmName());
        assertTrue(RankEnvironment.isRank(variables));
    }

    @Test
    void shouldPreferItsOwnVariablesToThoseOfASchedulerAndTheFirstScheduler()
    {
        final Map<String, String> variables = new HashMap<>(Map.of(
            "COBRE_TCP_COORDINATOR", "host", "SLURM_PROCID", "1", "SLURM_NTASKS", "4", "PMI_RANK", "2",
            "PMI_SIZE", "4"));
        assertEquals(2, RankEnvironment.of(variables, BackendKind.AUTO).rank());
        variables.put("COBRE_TCP_RANK", "0");
        variables.put("COBRE_TCP_SIZE", "2");
        final RankEnvironment own = RankEnvironment.of(variables, BackendKind.AUTO);
        assertEquals(0, own.rank());
        assertEquals(2, own.size());
    }

    @Test
    void shouldTakeTheOptionThenTheVariableThenWhatIsSet()
    {
        final Map<String, String> variables = new HashMap<>(Map.of(
            "COBRE_TCP_COORDINATOR", "host:1", "COBRE_TCP_RANK", "0", "COBRE_TCP_SIZE", "2",
            "COBRE_SHM_NAME", "/n", "COBRE_SHM_RANK", "1", "COBRE_SHM_SIZE", "3"));
        assertEquals(BackendKind.TCP, RankEnvironment.of(variables, BackendKind.AUTO).backend());
        variables.put("COBRE_COMM_BACKEND", "shm");
        assertEquals(BackendKind.SHM, RankEnvironment.of(variables, BackendKind.AUTO).backend());
        assertEquals(BackendKind.TCP, RankEnvironment.of(variables, BackendKind.TCP).backend());
        assertEquals(BackendKind.LOCAL, RankEnvironment.of(variables, BackendKind.LOCAL).backend());
        variables.put("COBRE_COMM_BACKEND", "auto");
        assertEquals(BackendKind.TCP, RankEnvironment.of(variables, BackendKind.AUTO).backend());
    }

    @Test
    void shouldNotLetARankOfTheNetworkRunAloneWithoutCoordinator()
    {
        final Map<String, String> variables = Map.of("COBRE_TCP_RANK", "1", "COBRE_TCP_SIZE", "2");
        final CobreException missing = assertThrows(
            CobreException.class, () -> RankEnvironment.of(variables, BackendKind.AUTO));
        assertEquals("COBRE_TCP_COORDINATOR", missing.context().get("variable"));
        assertEquals(BackendKind.LOCAL, RankEnvironment.of(variables, BackendKind.LOCAL).backend());
    }

    @Test
    void shouldTellTheTimeoutOfABackend()
    {
        final Map<String, String> variables =
            new HashMap<>(Map.of("COBRE_COMM_TIMEOUT_SECS", "7", "COBRE_TCP_TIMEOUT_SECS", "9"));
        assertEquals(7, timeoutSeconds(variables, BackendKind.SHM));
        assertEquals(9, timeoutSeconds(variables, BackendKind.TCP));
        assertEquals(7, timeoutSeconds(variables, BackendKind.AUTO));
        variables.put("COBRE_TCP_COORDINATOR", "host");
        assertEquals(9, timeoutSeconds(variables, BackendKind.AUTO));
        variables.put("COBRE_TCP_TIMEOUT_SECS", "");
        assertEquals(7, timeoutSeconds(variables, BackendKind.TCP));
        variables.put("COBRE_COMM_TIMEOUT_SECS", "soon");
        assertThrows(CobreException.class, () -> timeoutSeconds(variables, BackendKind.TCP));
        assertTrue(RankEnvironment.timeoutNs(Map.of(), BackendKind.TCP).isEmpty());
    }

    private static long timeoutSeconds(final Map<String, String> variables, final BackendKind backend)
    {
        return TimeUnit.NANOSECONDS.toSeconds(RankEnvironment.timeoutNs(variables, backend).getAsLong());
    }

    @ParameterizedTest
    @CsvSource({"mpi", "SHM", "'shm '"})
    void shouldListTheBackendsToWhomNamesAnother(final String name)
    {
        final CobreException error = refused(Map.of("COBRE_COMM_BACKEND", name));
        for (final String valid : new String[]{"auto", "shm", "tcp", "local"})
        {
            assertTrue((error.getMessage() + error.suggestion() + error.context()).contains(valid), error.toString());
        }
    }

    @Test
    void shouldStopWhereEveryTaskOfASchedulerWouldRunAlone()
    {
        final Map<String, String> variables = Map.of("SLURM_PROCID", "1", "SLURM_NTASKS", "4");
        final CobreException error = refused(variables);
        assertTrue(error.getMessage().contains("Slurm has started 4 tasks"), error.getMessage());
        assertTrue(error.suggestion().contains("COBRE_TCP_COORDINATOR=host:29500"), error.suggestion());
        assertEquals(1, RankEnvironment.of(variables, BackendKind.LOCAL).size());
        assertEquals(
            1, RankEnvironment.of(Map.of("SLURM_PROCID", "0", "SLURM_NTASKS", "1"), BackendKind.AUTO).size());
    }

    @Test
    void shouldNameWhatIsMissingWithAnExample()
    {
        assertMissing("COBRE_TCP_COORDINATOR", "COBRE_TCP_COORDINATOR=192.0.2.1:29500", Map.of(
            "COBRE_COMM_BACKEND", "tcp", "COBRE_TCP_RANK", "0", "COBRE_TCP_SIZE", "2"));
        assertMissing("COBRE_TCP_SIZE", "COBRE_TCP_SIZE=2", Map.of(
            "COBRE_TCP_COORDINATOR", "host", "COBRE_TCP_RANK", "0"));
        assertMissing("COBRE_SHM_RANK", "COBRE_SHM_RANK=0", Map.of(
            "COBRE_SHM_NAME", "/n", "COBRE_SHM_SIZE", "2"));
        assertMissing("COBRE_SHM_NAME", "COBRE_SHM_NAME=/cobre_comm_1", Map.of(
            "COBRE_SHM_RANK", "0", "COBRE_SHM_SIZE", "2"));
    }

    @Test
    void shouldNameTheValueThatIsNoNumberOfItsRange()
    {
        final CobreException error = refused(Map.of(
            "COBRE_SHM_NAME", "/n", "COBRE_SHM_RANK", "2", "COBRE_SHM_SIZE", "2"));
        assertEquals("COBRE_SHM_RANK", error.context().get("variable"));
        assertTrue(error.getMessage().contains("from 0 to 1"), error.getMessage());
        assertEquals("COBRE_SHM_SIZE", refused(Map.of(
            "COBRE_SHM_NAME", "/n", "COBRE_SHM_RANK", "0", "COBRE_SHM_SIZE", "two")).context().get("variable"));
    }

    @Test
    void shouldReadPortsAndTimes()
    {
        final Map<String, String> variables = new HashMap<>(Map.of(
            "COBRE_TCP_COORDINATOR", "host", "COBRE_TCP_RANK", "0", "COBRE_TCP_SIZE", "2",
            "COBRE_COMM_TIMEOUT_SECS", "7"));
        final RankEnvironment defaults = RankEnvironment.of(variables, BackendKind.AUTO);
        assertEquals(29_500, defaults.coordinator().port());
        assertEquals(TimeUnit.SECONDS.toNanos(7), defaults.timeoutNs());
        assertEquals(TimeUnit.SECONDS.toNanos(30), defaults.connectTimeoutNs());
        variables.put("COBRE_TCP_PORT", "31000");
        variables.put("COBRE_TCP_TIMEOUT_SECS", "9");
        variables.put("COBRE_TCP_CONNECT_TIMEOUT_MS", "1500");
        final RankEnvironment given = RankEnvironment.of(variables, BackendKind.AUTO);
        assertEquals(31_000, given.coordinator().port());
        assertEquals(TimeUnit.SECONDS.toNanos(9), given.timeoutNs());
        assertEquals(TimeUnit.MILLISECONDS.toNanos(1500), given.connectTimeoutNs());
        variables.put("COBRE_TCP_COORDINATOR", "host:5");
        assertEquals(5, RankEnvironment.of(variables, BackendKind.AUTO).coordinator().port());
    }

    private static void assertMissing(final String name, final String example, final Map<String, String> variables)
    {
        final CobreException error = refused(variables);
        assertEquals(name, error.context().get("variable"), error.toString());
        assertTrue(error.suggestion().contains(example), error.suggestion());
    }

    private static CobreException refused(final Map<String, String> variables)
    {
        return assertThrows(CobreException.class, () -> RankEnvironment.of(variables, BackendKind.AUTO));
    }
}
