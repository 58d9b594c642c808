package io.cobre.engine.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.CobreException;
import io.cobre.engine.EngineErrorKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorePlanTest
{
    @Test
    void shouldGiveEachRankItsCoresInTheOrderOfTheHost()
    {
        final CorePlan plan = CorePlan.of(host(8, CpuQuota.NONE, 4, 6, 5, 7), 2, 1);
        assertEquals(List.of(List.of(4), List.of(6)), plan.ofRanks());
    }

    @Test
    void shouldGiveARankOneCoreForEachThread()
    {
        final CorePlan plan = CorePlan.of(host(4, CpuQuota.NONE, 0, 1, 2, 3), 2, 2);
        assertEquals(List.of(List.of(0, 1), List.of(2, 3)), plan.ofRanks());
    }

    @Test
    void shouldNameTheFiguresWhereCoresAreMissing()
    {
        final CobreException error =
            assertThrows(CobreException.class, () -> CorePlan.of(host(8, CpuQuota.NONE, 0, 1, 4), 2, 2));
        assertEquals(EngineErrorKind.INCOMPATIBLE_SETTINGS, error.kind());
        assertEquals(
            "profile pinned needs 4 cores, 2 for each of 2 ranks; this process may use 3 (cores 0-1,4)",
            error.getMessage());
        assertEquals(4L, error.context().get("requested_cores"));
        assertEquals(3, error.context().get("available_cores"));
    }

    @Test
    void shouldCountTheQuota()
    {
        final CobreException error =
            assertThrows(CobreException.class, () -> CorePlan.of(host(4, 1.5, 0, 1, 2, 3), 2, 1));
        assertTrue(error.getMessage().endsWith("may use 1 (cores 0-3, cpu quota 1.50)"), error.getMessage());
    }

    @Test
    void shouldRefuseARankThatNobodyHasBound()
    {
        final CobreException error =
            assertThrows(CobreException.class, () -> CorePlan.checkBound(host(2, CpuQuota.NONE, 0, 1)));
        assertEquals(EngineErrorKind.INCOMPATIBLE_SETTINGS, error.kind());
        CorePlan.checkBound(host(2, CpuQuota.NONE, 1));
        CorePlan.checkBound(host(1, CpuQuota.NONE, 0));
    }

    private static HostResources host(final int online, final double quota, final Integer... cores)
    {
        return new HostResources(online, List.of(cores), quota, -1, -1, -1, -1);
    }
}
