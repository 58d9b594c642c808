package io.cobre.engine.control;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The group as the coordinator knows it: who has joined, is ready, is done. It decides what is sent to whom; sockets
 * and threads are not its business.
 */
final class Roster
{
    private static final int MAX_REFUSALS = 8;
    private static final long TABLE_INTERVAL_NS = 50_000_000L;
    /** Time between two ticks counts no longer, since the coordinator may have been stopped itself. */
    private static final long LONGEST_TICK_NS = 1_000_000_000L;

    /**
     * Where the group is.
     */
    private enum Phase
    {
        /** Not all ranks have sent their address. */
        JOINING,
        /** Not all ranks are ready. */
        OPENING,
        /** All ranks may publish. */
        RUNNING,
        /** All ranks are done. */
        ENDED,
        /** Broken off. */
        BROKEN
    }

    /**
     * One rank.
     */
    private static final class Seat
    {
        private ControlLink link;
        private long pid;
        private String host;
        private byte[] address;
        private boolean isReady;
        private boolean isDone;
        private boolean hasFailed;
        private long silentNs;
        private RankProgress progress = RankProgress.NONE;

        private boolean isConnected()
        {
            return link != null;
        }
    }

    private final CoordinatorContext context;
    private final CoordinatorListener listener;
    private final ControlPublisher publisher = new ControlPublisher();
    private final Seat[] seats;
    private final List<String> refusals = new ArrayList<>();
    private String facts;
    private Phase phase = Phase.JOINING;
    private long deadlineNs;
    private long lastTableNs;
    private long lastTickNs;
    private boolean isTableStale;
    private ByteBuffer abortFrame;
    private int stopUrgency = -1;

    Roster(final CoordinatorContext context, final long nowNs)
    {
        this.context = context;
        listener = context.listener();
        facts = context.facts();
        seats = new Seat[context.size()];
        Arrays.setAll(seats, (rank) -> new Seat());
        deadlineNs = nowNs + context.joinTimeoutNs();
        lastTickNs = nowNs;
    }

    /**
     * Let a rank in, or refuse it.
     */
    void onHello(
        final ControlLink link,
        final long runId,
        final long pid,
        final int rank,
        final int size,
        final int protocolVersion,
        final byte[] secret,
        final String host,
        final String rankFacts)
    {
        final String objection = objection(runId, rank, size, protocolVersion, secret, rankFacts);
        if (objection != null)
        {
            refuse(link, rank, objection);
            return;
        }
        if (abortFrame != null)
        {
            link.send(abortFrame.duplicate());
            link.finish();
            return;
        }
        facts = rankFacts;
        final Seat seat = seats[rank];
        seat.link = link;
        seat.pid = pid;
        seat.host = host;
        link.joined(rank);
        link.send(publisher.welcome(context.runId(), context.settings()));
        if (stopUrgency >= 0)
        {
            link.send(publisher.stop(stopUrgency));
        }
        listener.onJoined(rank, pid);
    }

    void refuse(final ControlLink link, final int rank, final String reason)
    {
        if (refusals.size() < MAX_REFUSALS)
        {
            refusals.add((rank < 0 ? "" : "rank " + rank + ": ") + reason);
        }
        link.send(publisher.refused(reason));
        link.finish();
        listener.onRefused(rank, reason);
    }

    private String objection(
        final long runId,
        final int rank,
        final int size,
        final int protocolVersion,
        final byte[] secret,
        final String rankFacts)
    {
        if (!MessageDigest.isEqual(secret, context.secret()))
        {
            return "wrong secret";
        }
        if (protocolVersion != ControlPublisher.PROTOCOL_VERSION)
        {
            return "protocol version " + protocolVersion + " of rank " + rank +
                ", the group has " + ControlPublisher.PROTOCOL_VERSION;
        }
        if (size != seats.length)
        {
            return "rank " + rank + " believes in " + size + " ranks, the group has " + seats.length;
        }
        if (rank < 0 || rank >= seats.length)
        {
            return "rank " + rank + " is not in 0.." + (seats.length - 1);
        }
        if (runId != 0 && runId != context.runId())
        {
            return "rank " + rank + " belongs to another run";
        }
        if (seats[rank].isConnected() || (phase != Phase.JOINING && phase != Phase.BROKEN))
        {
            return "rank " + rank + " is taken by process " + seats[rank].pid;
        }
        if (facts != null && !facts.equals(rankFacts))
        {
            return "rank " + rank + " has other facts: '" + rankFacts + "', the group has '" + facts + "'";
        }
        return null;
    }

    void onAddress(final int rank, final byte[] address, final long nowNs)
    {
        seats[rank].address = address;
        if (phase == Phase.JOINING && Arrays.stream(seats).allMatch((seat) -> seat.address != null))
        {
            phase = Phase.OPENING;
            deadlineNs = nowNs + context.joinTimeoutNs();
            final List<GroupMember> members = Arrays.stream(seats)
                .map((seat) -> new GroupMember(seat.pid, seat.host, seat.address)).collect(Collectors.toList());
            toAll(publisher.peers(members));
        }
    }

    void onReady(final int rank)
    {
        seats[rank].isReady = true;
        if (phase == Phase.OPENING && Arrays.stream(seats).allMatch((seat) -> seat.isReady))
        {
            phase = Phase.RUNNING;
            toAll(publisher.go(seats.length));
            listener.onGo();
        }
    }

    void onHeartbeat(final int rank, final RankProgress progress)
    {
        seats[rank].silentNs = 0;
        isTableStale |= !progress.equals(seats[rank].progress);
        seats[rank].progress = progress;
    }

    void onError(final int rank, final int exitCode, final byte[] body)
    {
        seats[rank].hasFailed = true;
        listener.onError(rank, exitCode, body);
        breakOff(rank, AbortCause.ERROR, "rank " + rank + " failed: " + ErrorRecord.headline(body));
    }

    void onDone(final int rank)
    {
        seats[rank].isDone = true;
        listener.onDone(rank);
        if (phase == Phase.RUNNING && Arrays.stream(seats).allMatch((seat) -> seat.isDone))
        {
            phase = Phase.ENDED;
            listener.onBye();
            toAll(publisher.bye(seats.length));
        }
    }

    /**
     * The socket of a rank has ended.
     */
    void onEnd(final int rank)
    {
        final Seat seat = seats[rank];
        seat.link = null;
        if (phase != Phase.ENDED && !seat.hasFailed)
        {
            seat.hasFailed = true;
            listener.onLost(rank);
            breakOff(rank, AbortCause.PEER_LOST, "the process of rank " + rank + " (pid " + seat.pid + ") ended");
        }
    }

    /**
     * Tell every rank that the group is broken; only the first call counts.
     */
    void breakOff(final int rank, final AbortCause cause, final String reason)
    {
        if (phase == Phase.BROKEN || phase == Phase.ENDED)
        {
            return;
        }
        phase = Phase.BROKEN;
        abortFrame = publisher.abort(rank, cause, reason);
        toAll(abortFrame);
        listener.onAbort(rank, cause, reason);
    }

    /**
     * Ask all ranks to stop, also those that join later.
     */
    void stop(final int urgency)
    {
        stopUrgency = Math.max(stopUrgency, urgency);
        toAll(publisher.stop(urgency));
    }

    void onTick(final long nowNs)
    {
        final long passedNs = Math.min(nowNs - lastTickNs, LONGEST_TICK_NS);
        lastTickNs = nowNs;
        final boolean isForming = phase == Phase.JOINING || phase == Phase.OPENING;
        if (isForming && nowNs - deadlineNs >= 0)
        {
            final boolean isJoining = phase == Phase.JOINING;
            final String missing = IntStream.range(0, seats.length)
                .filter((rank) -> isJoining ? seats[rank].address == null : !seats[rank].isReady)
                .mapToObj(Integer::toString).collect(Collectors.joining(", "));
            breakOff(
                -1,
                AbortCause.COORDINATOR,
                "of " + seats.length + " ranks these did not " + (isJoining ? "join" : "connect to their peers") +
                " within " + context.joinTimeoutNs() / 1_000_000 + " ms: " + missing +
                (refusals.isEmpty() ? "" : "; refused: " + String.join("; ", refusals)));
        }
        if (phase == Phase.RUNNING && Arrays.stream(seats).anyMatch((seat) -> seat.isDone))
        {
            checkSilence(passedNs);
        }
        if (phase == Phase.RUNNING && isTableStale && nowNs - lastTableNs >= TABLE_INTERVAL_NS)
        {
            sendTable(nowNs);
        }
    }

    /**
     * Who is done waits for the others without a collective that could tell who is missing: a process that has been
     * stopped keeps its socket, but gives no sign of life.
     */
    private void checkSilence(final long passedNs)
    {
        for (int rank = 0; rank < seats.length && phase == Phase.RUNNING; rank++)
        {
            final Seat seat = seats[rank];
            seat.silentNs += passedNs;
            if (!seat.isDone && seat.silentNs >= context.silenceTimeoutNs())
            {
                seat.hasFailed = true;
                listener.onSilent(rank);
                breakOff(
                    rank,
                    AbortCause.PEER_LOST,
                    "the process of rank " + rank + " (pid " + seat.pid + ") has given no sign of life for " +
                    context.silenceTimeoutNs() / 1_000_000 + " ms, others are done");
            }
        }
    }

    boolean isConnected()
    {
        return Arrays.stream(seats).anyMatch(Seat::isConnected);
    }

    List<RankProgress> progress()
    {
        return Arrays.stream(seats).map((seat) -> seat.progress).collect(Collectors.toCollection(ArrayList::new));
    }

    private void sendTable(final long nowNs)
    {
        isTableStale = false;
        lastTableNs = nowNs;
        final ByteBuffer table = publisher.table(progress());
        for (final Seat seat : seats)
        {
            if (seat.isConnected() && !seat.link.isBehind())
            {
                seat.link.send(table.duplicate());
            }
        }
    }

    private void toAll(final ByteBuffer frame)
    {
        for (final Seat seat : seats)
        {
            if (seat.isConnected())
            {
                seat.link.send(frame.duplicate());
            }
        }
    }
}
