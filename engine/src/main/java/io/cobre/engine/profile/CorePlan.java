package io.cobre.engine.profile;

import io.cobre.engine.CobreException;
import io.cobre.engine.EngineErrorKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which cores each rank of a group has for itself.
 *
 * @param ofRanks cores by rank.
 */
public record CorePlan(List<List<Integer>> ofRanks)
{
    /**
     * Hand the allowed cores out.
     *
     * @param host         of the ranks.
     * @param ranks        of the group.
     * @param coresPerRank threads of a rank that compute.
     * @return no core twice.
     * @throws CobreException of kind IncompatibleSettings with {@code requested_cores} and {@code available_cores} if
     *                        there are not enough.
     */
    public static CorePlan of(final HostResources host, final int ranks, final int coresPerRank)
    {
        final List<Integer> cores = host.allowedCores();
        final long wanted = (long) ranks * coresPerRank;
        if (wanted > host.wholeCores())
        {
            throw tooFew(host, ranks, coresPerRank, wanted);
        }
        final List<List<Integer>> ofRanks = new ArrayList<>();
        for (int rank = 0; rank < ranks; rank++)
        {
            ofRanks.add(cores.subList(rank * coresPerRank, (rank + 1) * coresPerRank));
        }
        return new CorePlan(List.copyOf(ofRanks));
    }

    /**
     * Check that whoever started a rank has bound it to cores, since nobody else will.
     *
     * @param host as the rank sees it.
     * @throws CobreException of kind IncompatibleSettings if the rank may run anywhere.
     */
    public static void checkBound(final HostResources host)
    {
        if (host.cores() > 1 && host.cores() == host.onlineCores())
        {
            throw new CobreException(
                EngineErrorKind.INCOMPATIBLE_SETTINGS,
                "profile pinned: this rank may run on all " + host.cores() + " cores, for whoever started it has not " +
                "bound it")
                .with("available_cores", host.cores())
                .suggest("start each rank with its own core, by taskset -c or the option of the scheduler, or leave " +
                "the profile out");
        }
    }

    private static CobreException tooFew(
        final HostResources host, final int ranks, final int coresPerRank, final long wanted)
    {
        return new CobreException(
            EngineErrorKind.INCOMPATIBLE_SETTINGS,
            "profile pinned needs " + wanted + " cores, " + coresPerRank + " for each of " + ranks +
            " ranks; this process may use " + host.wholeCores() + " (cores " + CpuList.format(host.allowedCores()) +
            (host.hasQuota() ? String.format(Locale.ROOT, ", cpu quota %.2f", host.cpuQuota()) : "") + ")")
            .with("requested_cores", wanted)
            .with("available_cores", host.wholeCores())
            .suggest("use fewer workers or threads, or another profile");
    }
}
