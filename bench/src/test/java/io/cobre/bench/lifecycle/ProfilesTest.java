package io.cobre.bench.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.BackendKind;
import io.cobre.engine.CobreException;
import io.cobre.engine.EngineErrorKind;
import io.cobre.engine.ProfileKind;
import io.cobre.engine.profile.HostResources;
import io.cobre.engine.profile.ProfileChoice;
import io.cobre.solver.Cobre;
import io.cobre.solver.TrainingResult;
import io.cobre.solver.error.ValidationRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Profiles: the same bits with each, and workers on cores of their own where that is asked for.
 */
class ProfilesTest extends LifecycleSuite
{
    private static final int ITERATIONS = 5;

    @Test
    void shouldGiveTheSameBitsInAContainer()
    {
        assertEquals(bits(BackendKind.SHM, ProfileKind.LAPTOP), bits(BackendKind.SHM, ProfileKind.CONTAINER));
    }

    @ParameterizedTest
    @CsvSource({"TCP, CONTAINER", "TCP, NETWORK", "TCP, PINNED", "SHM, NETWORK", "SHM, PINNED", "SHM, AUTO"})
    @Tag("slow")
    void shouldGiveTheSameBits(final BackendKind backend, final ProfileKind profile)
    {
        if (profile == ProfileKind.PINNED)
        {
            assumePinning(2);
        }
        assertEquals(bits(BackendKind.SHM, ProfileKind.LAPTOP), bits(backend, profile));
    }

    @Test
    void shouldBindEachWorkerToACoreOfItsOwn()
    {
        assumePinning(2);
        final Map<Integer, String> cores = new ConcurrentHashMap<>();
        final TrainingResult result = Cobre.train(valley(), endless(BackendKind.SHM, 2)
            .profile(ProfileKind.PINNED)
            .stopRequested(() -> cores.size() == 2)
            .progressCallback((event) -> workers().workers().forEach((worker) ->
                cores.put(WorkerWatch.rank(worker.pid()), allowedCores(worker)))));
        assertEquals("shutdown", result.terminationReason());
        final List<Integer> allowed = HostResources.local().allowedCores();
        assertEquals(Map.of(0, "" + allowed.get(0), 1, "" + allowed.get(1)), cores);
    }

    @Test
    void shouldRefuseToBindMoreWorkersThanCores()
    {
        assumePinning(1);
        final int cores = HostResources.local().wholeCores();
        final CobreException error = assertThrows(CobreException.class, () -> Cobre.train(
            valley(), options(BackendKind.SHM, cores + 1).profile("pinned")));
        assertEquals(EngineErrorKind.INCOMPATIBLE_SETTINGS, error.kind());
        assertEquals((long) (cores + 1), error.context().get("requested_cores"));
        assertEquals(cores, error.context().get("available_cores"));
        assertEquals(Set.of(), workers().runDirectories());
    }

    @Test
    void shouldTellWhatWasChosen()
    {
        final List<ProfileChoice> choices = new ArrayList<>();
        Cobre.train(valley(), limited(BackendKind.LOCAL, 1, 1)
            .profile(ProfileKind.AUTO)
            .profileCallback(choices::add));
        assertEquals(1, choices.size());
        assertTrue(choices.get(0).isAuto());
        assertNotEquals(ProfileKind.AUTO, choices.get(0).kind());
    }

    @Test
    void shouldTakeTheProfileFromTheEnvironment()
    {
        final List<ProfileChoice> choices = new ArrayList<>();
        Cobre.train(valley(), limited(BackendKind.LOCAL, 1, 1)
            .environment(Map.of("COBRE_PROFILE", "container"))
            .profileCallback(choices::add));
        assertEquals(List.of(ProfileKind.CONTAINER), choices.stream().map(ProfileChoice::kind).toList());
        final CobreException error = assertThrows(CobreException.class, () -> Cobre.train(
            valley(), limited(BackendKind.LOCAL, 1, 1).environment(Map.of("COBRE_PROFILE", "cellar"))));
        assertEquals("cellar", error.context().get("requested"));
    }

    @Test
    void shouldWarnWhereThereIsNothingToSet()
    {
        final List<ValidationRecord> warnings = new ArrayList<>();
        Cobre.train(valley(), limited(BackendKind.AUTO, 1, 1).profile("pinned").warningCallback(warnings::add));
        assertEquals(1, warnings.size(), warnings.toString());
        assertTrue(warnings.get(0).message().contains("pinned"), warnings.toString());
    }

    private List<String> bits(final BackendKind backend, final ProfileKind profile)
    {
        final TrainingResult result = Cobre.train(valley(), limited(backend, 2, ITERATIONS).profile(profile));
        return List.of(result.policyDigest(), result.boundsDigest());
    }

    private static void assumePinning(final int cores)
    {
        Assumptions.assumeTrue(HostResources.local().wholeCores() >= cores, "fewer than " + cores + " cores");
        Assumptions.assumeTrue(
            Files.isExecutable(Path.of("/usr/bin/taskset")), "no program taskset, which binds processes to cores");
    }

    private static String allowedCores(final ProcessHandle worker)
    {
        try
        {
            return Files.readAllLines(Path.of("/proc", "" + worker.pid(), "status")).stream()
                .filter((line) -> line.startsWith("Cpus_allowed_list:"))
                .map((line) -> line.substring(line.indexOf(':') + 1).trim())
                .findFirst()
                .orElse("");
        }
        catch (final IOException ex)
        {
            throw new UncheckedIOException(ex);
        }
    }
}
