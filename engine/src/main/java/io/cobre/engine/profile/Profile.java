package io.cobre.engine.profile;

import io.cobre.engine.ProfileKind;
import java.util.Map;

/**
 * Settings that differ from machine to machine. Sizes are upper limits: a preflight takes less where memory or kernel
 * grant less.
 *
 * @param kind          never AUTO.
 * @param idleCores     cores that ranks count on when they choose how long to spin.
 * @param ipcTermLength of the logs in shared memory, bytes; less for many ranks.
 * @param udpTermLength of the logs of network streams, bytes; less for many ranks.
 * @param receiveWindow bytes that a peer may send ahead.
 * @param sendBuffer    bytes that a sending socket holds.
 * @param memoryShare   logs and rings take at most one part in so many of the shared memory, if they can.
 */
public record Profile(
    ProfileKind kind,
    int idleCores,
    int ipcTermLength,
    int udpTermLength,
    int receiveWindow,
    int sendBuffer,
    int memoryShare)
{
    /** Name of the profile among the settings of a group; without it, the profile is {@link ProfileKind#LAPTOP}. */
    public static final String SETTING = "profile";

    private static final int KIBIBYTE = 1024;
    private static final int MEBIBYTE = 1024 * KIBIBYTE;

    /**
     * The profile of a group, on this machine.
     *
     * @param settings of the group.
     * @param ranks    of the group.
     * @return {@link ProfileKind#LAPTOP} where the settings name none.
     */
    public static Profile of(final Map<String, String> settings, final int ranks)
    {
        final ProfileKind kind = ProfileKind.of(settings.getOrDefault(SETTING, ProfileKind.LAPTOP.id()));
        return kind == ProfileKind.LAPTOP ? laptop() : of(kind, HostResources.local(), ranks);
    }

    /**
     * The settings of a profile.
     *
     * @param kind  not AUTO.
     * @param host  to be used.
     * @param ranks that may share the host.
     * @return with figures for this host.
     */
    public static Profile of(final ProfileKind kind, final HostResources host, final int ranks)
    {
        return switch (kind)
        {
            case LAPTOP -> laptop();
            case CONTAINER -> container(host, ranks);
            case PINNED -> pinned(ranks);
            case NETWORK -> network(host);
            case AUTO -> throw new IllegalArgumentException("auto has to be resolved first");
        };
    }

    private static Profile laptop()
    {
        return new Profile(
            ProfileKind.LAPTOP,
            Runtime.getRuntime().availableProcessors(),
            4 * MEBIBYTE,
            MEBIBYTE,
            512 * KIBIBYTE,
            MEBIBYTE,
            1);
    }

    /**
     * Time spent spinning is taken from the quota, so no core is ever one to spare.
     */
    private static Profile container(final HostResources host, final int ranks)
    {
        return new Profile(
            ProfileKind.CONTAINER,
            host.hasQuota() ? Math.min(host.wholeCores(), ranks) : host.cores(),
            2 * MEBIBYTE,
            512 * KIBIBYTE,
            256 * KIBIBYTE,
            512 * KIBIBYTE,
            2);
    }

    /**
     * A rank sees its own core only, but no other rank wants it.
     */
    private static Profile pinned(final int ranks)
    {
        return new Profile(
            ProfileKind.PINNED,
            ranks + 1,
            4 * MEBIBYTE,
            MEBIBYTE,
            512 * KIBIBYTE,
            MEBIBYTE,
            1);
    }

    private static Profile network(final HostResources host)
    {
        return new Profile(
            ProfileKind.NETWORK,
            host.wholeCores(),
            4 * MEBIBYTE,
            4 * MEBIBYTE,
            2 * MEBIBYTE,
            4 * MEBIBYTE,
            1);
    }
}
