package io.cobre.engine.control;

import java.util.List;
import java.util.Map;

/**
 * Receiver of decoded control messages. A side implements what it expects; anything else breaks the protocol.
 */
interface ControlHandler
{
    /**
     * First message of a rank.
     *
     * @param runId           0 when the rank does not know it.
     * @param pid             process id.
     * @param rank            0..size-1.
     * @param size            ranks of the group.
     * @param protocolVersion {@link ControlPublisher#PROTOCOL_VERSION} of the sender.
     * @param secret          may be empty.
     * @param host            host id.
     * @param facts           what must be equal on all ranks.
     */
    default void onHello(
        final long runId,
        final long pid,
        final int rank,
        final int size,
        final int protocolVersion,
        final byte[] secret,
        final String host,
        final String facts)
    {
        throw unexpected("hello");
    }

    default void onAddress(final int rank, final byte[] address)
    {
        throw unexpected("address");
    }

    default void onReady(final int rank)
    {
        throw unexpected("ready");
    }

    default void onHeartbeat(final int rank, final RankProgress progress)
    {
        throw unexpected("heartbeat");
    }

    default void onProgress(final int rank, final byte[] body)
    {
        throw unexpected("progress");
    }

    default void onResult(final int rank, final byte[] body)
    {
        throw unexpected("result");
    }

    default void onError(final int rank, final int exitCode, final byte[] body)
    {
        throw unexpected("error");
    }

    default void onDone(final int rank)
    {
        throw unexpected("done");
    }

    default void onRefused(final String reason)
    {
        throw unexpected("refused");
    }

    default void onWelcome(final long runId, final Map<String, String> settings)
    {
        throw unexpected("welcome");
    }

    default void onPeers(final List<GroupMember> members)
    {
        throw unexpected("peers");
    }

    default void onGo(final int size)
    {
        throw unexpected("go");
    }

    default void onTable(final List<RankProgress> table)
    {
        throw unexpected("table");
    }

    default void onStop(final int urgency)
    {
        throw unexpected("stop");
    }

    default void onAbort(final int rank, final AbortCause cause, final String reason)
    {
        throw unexpected("abort");
    }

    default void onBye(final int size)
    {
        throw unexpected("bye");
    }

    private static ControlProtocolException unexpected(final String message)
    {
        return new ControlProtocolException("unexpected message '" + message + "'");
    }
}
