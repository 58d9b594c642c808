package io.cobre.engine.profile;

import io.cobre.engine.BackendKind;
import io.cobre.engine.ProfileKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which profile a group has, and why.
 *
 * @param kind   never AUTO.
 * @param reason for people, without a full stop.
 * @param isAuto whether it was chosen by what the machine offers.
 */
public record ProfileChoice(ProfileKind kind, String reason, boolean isAuto)
{
    /** Variable that names the profile where no option does. */
    public static final String VARIABLE = "COBRE_PROFILE";

    private static final long LITTLE_MEMORY = 128L << 20;
    private static final long LONG_WINDOW = 2L << 20;

    /**
     * What was asked for.
     *
     * @param option      id of a profile, or null.
     * @param environment variables by name.
     * @return what the option says, else what {@code COBRE_PROFILE} says, else {@link ProfileKind#LAPTOP}.
     * @throws io.cobre.engine.CobreException of kind IncompatibleSettings if it is no profile.
     */
    public static ProfileKind requested(final String option, final Map<String, String> environment)
    {
        final String variable = environment.getOrDefault(VARIABLE, "");
        return option != null ? ProfileKind.of(option) :
            variable.isEmpty() ? ProfileKind.LAPTOP : ProfileKind.of(variable);
    }

    /**
     * Choose for a group on this machine.
     *
     * @param requested what was asked for.
     * @param backend   of the group, not AUTO.
     * @param ranks     of the group on this machine.
     * @return what was asked for; for AUTO what fits the machine.
     */
    public static ProfileChoice of(final ProfileKind requested, final BackendKind backend, final int ranks)
    {
        return requested == ProfileKind.AUTO ?
            auto(HostResources.local(), backend, ranks) :
            new ProfileChoice(requested, "as asked for or by default", false);
    }

    /**
     * Choose by what a machine offers. Cores are never pinned unasked: another run would take the same ones.
     */
    static ProfileChoice auto(final HostResources host, final BackendKind backend, final int ranks)
    {
        final boolean isTcp = backend == BackendKind.TCP;
        final List<String> facts = new ArrayList<>();
        facts.add(cores(host) + " for " + ranks + (ranks == 1 ? " rank" : " ranks"));
        facts.add(memory(host));
        if (isTcp)
        {
            facts.add("net.core.rmem_max " + size(host.receiveBufferMax()));
            facts.add("net.core.wmem_max " + size(host.sendBufferMax()));
        }
        return new ProfileChoice(kind(host, isTcp), String.join(", ", facts), true);
    }

    /**
     * What is to be said against a profile that was asked for with a backend.
     *
     * @param backend of the group, not AUTO.
     * @return empty if the profile has something to set there.
     */
    public Optional<String> objection(final BackendKind backend)
    {
        if (isAuto || kind == ProfileKind.LAPTOP)
        {
            return Optional.empty();
        }
        if (backend == BackendKind.LOCAL)
        {
            return Optional.of("the profile, " + kind.id() + ", is for worker processes; this run starts none");
        }
        return kind == ProfileKind.NETWORK && backend == BackendKind.SHM ?
            Optional.of("the profile network is made for the backend tcp; shm has no sockets that it could set") :
            Optional.empty();
    }

    private static ProfileKind kind(final HostResources host, final boolean isTcp)
    {
        if (host.hasQuota() || host.shmBytes() >= 0 && host.shmFreeBytes() < LITTLE_MEMORY)
        {
            return ProfileKind.CONTAINER;
        }
        return isTcp && Math.min(host.receiveBufferMax(), host.sendBufferMax()) >= LONG_WINDOW ?
            ProfileKind.NETWORK : ProfileKind.LAPTOP;
    }

    private static String cores(final HostResources host)
    {
        final String cores = host.cores() < host.onlineCores() ?
            host.cores() + " of " + host.onlineCores() + " cores by cpuset" :
            host.cores() + (host.cores() == 1 ? " core" : " cores");
        return host.hasQuota() ? cores + " by cpu quota " + String.format(Locale.ROOT, "%.2f", host.cpuQuota()) : cores;
    }

    private static String memory(final HostResources host)
    {
        if (host.shmBytes() < 0)
        {
            return "no /dev/shm";
        }
        return "/dev/shm " + size(host.shmBytes()) +
            (host.shmFreeBytes() < host.shmBytes() ? ", " + size(host.shmFreeBytes()) + " free" : "");
    }

    private static String size(final long bytes)
    {
        if (bytes < 0)
        {
            return "unknown";
        }
        final double kibibytes = bytes / 1024.0;
        return kibibytes >= 1 << 20 ? String.format(Locale.ROOT, "%.1f GB", kibibytes / (1 << 20)) :
            kibibytes >= 1 << 10 ? String.format(Locale.ROOT, "%.0f MB", Math.floor(kibibytes / (1 << 10))) :
            String.format(Locale.ROOT, "%.0f KB", Math.floor(kibibytes));
    }

    /**
     * What was chosen and why.
     *
     * @return for example {@code profile container: 2 cores by cpu quota 1.50 for 2 ranks, /dev/shm 64 MB}.
     */
    public String line()
    {
        return "profile " + kind.id() + ": " + reason;
    }
}
