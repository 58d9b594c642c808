package io.cobre.comm.aeron;

import io.cobre.engine.BackendException;
import io.cobre.engine.BackendKind;
import io.cobre.engine.EngineErrorKind;
import io.cobre.engine.profile.Profile;
import io.cobre.engine.spi.GroupSpec;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the settings of a group. Unknown names are refused, numbers are checked.
 */
final class GroupSettings
{
    /** Length of one of the three terms of a log, bytes; a power of two. Chosen by preflight when absent. */
    static final String TERM_LENGTH = "term_length";
    /** Longest frame on the wire, Aeron's header included, bytes. Chosen by preflight when absent. */
    static final String MTU = "mtu";
    /** Bytes of the ring for long frames of a rank, a power of two; 0 for none. Chosen by preflight when absent. */
    static final String RING_LENGTH = "ring_length";
    /** Wall clock minus monotonic clock at launch, milliseconds; set by preflight. */
    static final String CLOCK_OFFSET_MS = "clock_offset_ms";
    /** Directory of a media driver that somebody else runs; absent: the group has its own. */
    static final String AERON_DIR = "aeron_dir";
    /** Address that the sockets of this rank are bound to. */
    static final String BIND_ADDRESS = "bind_address";
    /** Bytes that one peer may send ahead; set by preflight when absent. */
    static final String RECEIVE_WINDOW = "receive_window";
    /** Bytes that the receiving socket holds; set by preflight when absent. */
    static final String RECEIVE_BUFFER = "receive_buffer";

    static final String LOOPBACK = "127.0.0.1";

    private static final List<String> SHM_NAMES =
        List.of(TERM_LENGTH, MTU, RING_LENGTH, CLOCK_OFFSET_MS, AERON_DIR, Profile.SETTING);
    private static final List<String> TCP_NAMES = List.of(
        TERM_LENGTH, MTU, CLOCK_OFFSET_MS, BIND_ADDRESS, RECEIVE_WINDOW, RECEIVE_BUFFER, Profile.SETTING);

    private final BackendKind kind;
    private final GroupSpec group;

    private GroupSettings(final BackendKind kind, final GroupSpec group)
    {
        this.kind = kind;
        this.group = group;
    }

    /**
     * The settings of a group.
     *
     * @param kind  backend that reads them.
     * @param group with the settings.
     * @return checked for unknown names.
     * @throws BackendException of kind IncompatibleSettings naming the unknown ones.
     */
    static GroupSettings of(final BackendKind kind, final GroupSpec group)
    {
        final List<String> known = BackendKind.TCP == kind ? TCP_NAMES : SHM_NAMES;
        for (final String name : group.settings().keySet())
        {
            if (!known.contains(name))
            {
                throw refuse(
                    kind, EngineErrorKind.INCOMPATIBLE_SETTINGS, "unknown setting '" + name + "' of backend " +
                    kind.id() + ": known are " + String.join(", ", known));
            }
        }
        return new GroupSettings(kind, group);
    }

    boolean has(final String name)
    {
        return group.settings().containsKey(name);
    }

    int termLength()
    {
        return (int) number(TERM_LENGTH, 64 * 1024, 1 << 30);
    }

    int mtu()
    {
        return (int) number(MTU, 64, StreamLimits.MAX_MTU);
    }

    int ringLength()
    {
        final int length = (int) number(RING_LENGTH, 0, 1 << 30);
        if (length != 0 && !StreamLimits.isRingLength(length))
        {
            throw refuse(
                kind, EngineErrorKind.OUT_OF_RANGE, "ring_length " + length + " of backend " + kind.id() +
                " is not a power of two of at least " + StreamLimits.MIN_RING_LENGTH);
        }
        return length;
    }

    int receiveWindow()
    {
        return (int) number(RECEIVE_WINDOW, 1024, 1 << 30);
    }

    int receiveBuffer()
    {
        return (int) number(RECEIVE_BUFFER, 1024, 1 << 30);
    }

    /**
     * The profile on this host.
     */
    Profile profile()
    {
        return Profile.of(group.settings(), group.size());
    }

    long clockOffsetMs()
    {
        return has(CLOCK_OFFSET_MS) ?
            number(CLOCK_OFFSET_MS, Long.MIN_VALUE, Long.MAX_VALUE) : LaunchClock.offsetNowMs();
    }

    String bindAddress()
    {
        return group.settings().getOrDefault(BIND_ADDRESS, LOOPBACK);
    }

    /**
     * Directory of the media driver that all ranks share.
     *
     * @return the foreign one, else one inside the run directory.
     */
    Path sharedDriverDirectory()
    {
        return has(AERON_DIR) ? Path.of(group.settings().get(AERON_DIR)) : ownDriverDirectory(group.runDirectory());
    }

    static Path ownDriverDirectory(final Path runDirectory)
    {
        return runDirectory.resolve("aeron");
    }

    /**
     * The same group with more settings.
     *
     * @param chosen names and values; replace present ones.
     * @return a new group.
     */
    GroupSpec with(final Map<String, ?> chosen)
    {
        final Map<String, String> settings = new LinkedHashMap<>(group.settings());
        chosen.forEach((name, value) -> settings.put(name, String.valueOf(value)));
        return new GroupSpec(group.runId(), group.size(), group.runDirectory(), Map.copyOf(settings));
    }

    private long number(final String name, final long min, final long max)
    {
        final String text = group.settings().get(name);
        if (null == text)
        {
            throw refuse(
                kind, EngineErrorKind.INITIALIZATION_FAILED,
                "setting '" + name + "' of backend " + kind.id() + " is missing: the group has not been preflighted");
        }
        try
        {
            final long value = Long.parseLong(text);
            if (value >= min && value <= max)
            {
                return value;
            }
        }
        catch (final NumberFormatException ignore)
        {
            // the error below names the text
        }
        throw refuse(
            kind, EngineErrorKind.OUT_OF_RANGE,
            "setting '" + name + "' of backend " + kind.id() + " is '" + text + "', not in " + min + ".." + max);
    }

    private static BackendException refuse(final BackendKind kind, final EngineErrorKind error, final String message)
    {
        final BackendException exception = new BackendException(error, message, null);
        exception.with("backend", kind.id()).with("operation", "preflight").with("detail", message);
        return exception;
    }
}
