package io.cobre.engine.collective;

import io.cobre.engine.CollectiveFailedException;
import io.cobre.engine.CollectiveFailedException.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The errors of collectives, with both sides or all missing ranks in them.
 */
final class Failures
{
    private Failures()
    {
    }

    static CollectiveFailedException mismatch(
        final int rank, final Signature own, final int peer, final CollectiveAdapter frame, final long sequence)
    {
        final Map<String, Object> mine = side(
            rank, sequence, own.template(), own.elementType(), own.reduceOp(), own.root(), (int) own.agreement());
        final Map<String, Object> theirs = side(
            peer,
            frame.sequence() & 0xFFFF_FFFFL,
            frame.template(),
            frame.elementType(),
            frame.reduceOp(),
            frame.root(),
            (int) frame.bytes());
        final CollectiveFailedException failure = new CollectiveFailedException(
            Reason.MISMATCH,
            "the ranks called different operations: " + sentence(mine) + ", but " + sentence(theirs));
        failure.with("sequence", sequence).with("local", mine).with("remote", theirs);
        failure.suggest("all ranks must call the same collectives in the same order with the same parameters");
        return failure;
    }

    private static Map<String, Object> side(
        final int rank,
        final long sequence,
        final int template,
        final int type,
        final int op,
        final int root,
        final int count)
    {
        final Map<String, Object> side = new LinkedHashMap<>();
        side.put("rank", rank);
        side.put("sequence", sequence);
        side.put("operation", OperationNames.operation(template));
        side.put("type", OperationNames.elementType(type));
        side.put("reduce_op", OperationNames.reduceOp(op));
        side.put("count", count);
        side.put("root", root);
        return side;
    }

    private static String sentence(final Map<String, Object> side)
    {
        return "rank " + side.get("rank") + " called " + side.get("operation") + " #" + side.get("sequence") +
            " (type " + side.get("type") + ", reduction " + side.get("reduce_op") + ", count " + side.get("count") +
            ", root " + side.get("root") + ")";
    }

    static CollectiveFailedException foreignFrame(
        final int rank, final int peer, final CollectiveAdapter frame, final long sequence)
    {
        final CollectiveFailedException failure = new CollectiveFailedException(
            Reason.MISMATCH,
            "rank " + rank + " expects operation #" + sequence + " of rank " + peer + ", but its stream holds " +
            OperationNames.operation(frame.template()) + " #" +
            (frame.sequence() & 0xFFFF_FFFFL) + " of communicator " +
            frame.communicator() + " with " + frame.payloadLength() + " bytes");
        failure.with("sequence", sequence).with("rank", peer);
        return failure;
    }

    static CollectiveFailedException timeout(
        final Operation operation, final long silenceNs, final List<Integer> missing, final List<String> last)
    {
        final StringBuilder ranks = new StringBuilder();
        for (int i = 0; i < missing.size(); i++)
        {
            ranks.append(0 == i ? "" : ", ").append("rank ").append(missing.get(i))
                .append(" (last operation: ").append(last.get(i)).append(')');
        }
        final CollectiveFailedException failure = new CollectiveFailedException(
            Reason.TIMEOUT,
            name(operation) + " gave up after " + silenceNs / 1_000_000 + " ms without a sign of life from " + ranks);
        failure
            .with("operation", OperationNames.operation(operation.signature().template()))
            .with("sequence", operation.sequence())
            .with("timeout_ms", silenceNs / 1_000_000)
            .with("missing_ranks", missing)
            .with("last_operations", last)
            .suggest("look at the named ranks; if they work that long without a collective, raise the timeout");
        return failure;
    }

    static CollectiveFailedException peerLost(final Operation operation, final int worldRank, final boolean isClosed)
    {
        final CollectiveFailedException failure = new CollectiveFailedException(
            Reason.PEER_LOST,
            name(operation) + " cannot finish: rank " + worldRank +
            (isClosed ? " closed its communicator" : " has left, its stream has ended"));
        failure
            .with("operation", OperationNames.operation(operation.signature().template()))
            .with("sequence", operation.sequence())
            .with("rank", worldRank);
        return failure;
    }

    private static String name(final Operation operation)
    {
        return OperationNames.operation(operation.signature().template()) + " #" + operation.sequence();
    }
}
