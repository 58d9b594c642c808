package io.cobre.engine.launch;

import io.cobre.engine.BackendKind;
import io.cobre.engine.CobreException;
import io.cobre.engine.EngineErrorKind;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A worker process failed (SS6.1a, the specification's {@code WorkerError}); all others have been ended. Failures that
 * came with it are suppressed exceptions of this one.
 */
public class WorkerException extends CobreException
{
    private static final long serialVersionUID = 1L;

    private final int rank;
    private final Integer exitCode;
    private final String signal;
    private final transient CobreException inner;
    private final String lastOperation;

    WorkerException(final RankFailure failure, final BackendKind backend, final List<Integer> otherFailedRanks)
    {
        super(EngineErrorKind.WORKER_FAILED, "worker " + failure.rank() + " " + failure.describe(), failure.error());
        rank = failure.rank();
        exitCode = failure.exitCode();
        signal = failure.signal();
        inner = failure.error();
        lastOperation = failure.last().describe();
        with("rank", rank);
        with("exit_code", exitCode);
        with("signal", signal);
        with("inner", inner == null ? null : asMap(inner));
        with("backend", backend.id());
        with("operation", failure.operation());
        with("sequence", failure.last().sequence());
        with("stderr_tail", failure.stderrTail());
        with("other_failed_ranks", otherFailedRanks);
        suggest(inner == null ? null : inner.suggestion());
    }

    /**
     * The failure that counts most, with the others suppressed in it.
     *
     * @param failures at least one.
     * @param backend  of the group.
     * @return to be thrown.
     */
    static WorkerException of(final List<RankFailure> failures, final BackendKind backend)
    {
        final List<RankFailure> sorted = failures.stream()
            .sorted(Comparator.comparingInt(RankFailure::weight).thenComparingInt(RankFailure::rank)).toList();
        final List<RankFailure> rest = sorted.subList(1, sorted.size());
        final WorkerException root = new WorkerException(
            sorted.get(0), backend, rest.stream().map(RankFailure::rank).sorted().toList());
        rest.forEach((failure) -> root.addSuppressed(new WorkerException(failure, backend, List.of())));
        return root;
    }

    /**
     * The rank that failed first.
     *
     * @return 0..size-1.
     */
    public int rank()
    {
        return rank;
    }

    /**
     * With what the process exited; of a rank that is a thread, with what a process would have.
     *
     * @return empty when a signal ended it.
     */
    public OptionalInt exitCode()
    {
        return exitCode == null ? OptionalInt.empty() : OptionalInt.of(exitCode);
    }

    /**
     * The signal that ended the process.
     *
     * @return for example {@code SIGKILL}; empty when it exited.
     */
    public Optional<String> signal()
    {
        return Optional.ofNullable(signal);
    }

    /**
     * The exception that the worker could still report, with its class and fields; an InternalPanic if it was none of
     * ours.
     *
     * @return empty after an exit, a halt, a kill or a crash.
     */
    public Optional<CobreException> inner()
    {
        return Optional.ofNullable(inner);
    }

    /**
     * What the rank did last.
     *
     * @return for example {@code allgatherv #17}, or {@code none}.
     */
    public String lastOperation()
    {
        return lastOperation;
    }

    /**
     * The last lines that the worker wrote to its standard error.
     *
     * @return may be empty.
     */
    @SuppressWarnings("unchecked")
    public List<String> stderrTail()
    {
        return (List<String>) context().get("stderr_tail");
    }

    static Map<String, Object> asMap(final CobreException failure)
    {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", failure.kind().id());
        map.put("message", failure.getMessage());
        map.put("context", new LinkedHashMap<>(failure.context()));
        map.put("suggestion", failure.suggestion());
        return map;
    }
}
