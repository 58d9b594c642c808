package io.cobre.engine.launch;

import io.cobre.engine.BackendException;
import io.cobre.engine.EngineErrorKind;
import io.cobre.engine.control.AbortCause;
import io.cobre.engine.control.Coordinator;
import io.cobre.engine.control.RunDirectory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * Follows the events of one group to its end. The first failure opens a window in which further ones are collected,
 * because the rank that is heard first need not be the one that failed first.
 */
final class GroupWatch
{
    private static final long WINDOW_NS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long LONG_WINDOW_NS = TimeUnit.MILLISECONDS.toNanos(1000);
    private static final long EXIT_NS = TimeUnit.SECONDS.toNanos(5);
    private static final long CANCEL_NS = TimeUnit.SECONDS.toNanos(2);
    private static final long STOP_POLL_NS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long FOREVER_NS = Long.MAX_VALUE / 2;

    private final LaunchSpec spec;
    private final RunDirectory directory;
    private final Coordinator coordinator;
    private final BlockingQueue<LaunchEvent> events;
    private final long startNs;
    private final List<WorkerProcess> processes = new ArrayList<>();
    private final List<RankRecord> ranks = new ArrayList<>();
    private Throwable listenerError;
    private String groupError;
    private boolean isCancelled;
    private int sentUrgency = -1;
    private boolean isDone;
    private long goNs;
    private long failureNs;
    private long doneNs;
    private long cancelNs;

    GroupWatch(
        final LaunchSpec spec,
        final RunDirectory directory,
        final Coordinator coordinator,
        final BlockingQueue<LaunchEvent> events,
        final long startNs)
    {
        this.spec = spec;
        this.directory = directory;
        this.coordinator = coordinator;
        this.events = events;
        this.startNs = startNs;
        goNs = startNs;
    }

    void add(final WorkerProcess process)
    {
        ranks.add(new RankRecord(process.rank()));
        processes.add(process);
    }

    /**
     * Follow the group until every process has ended.
     */
    void run()
    {
        while (!isOver())
        {
            final LaunchEvent event = next();
            if (event != null)
            {
                apply(event);
            }
            checkStop();
        }
        if (isDone && !hasFailure() && listenerError == null)
        {
            return;
        }
        throw verdict();
    }

    void checkListener()
    {
        for (LaunchEvent event = events.poll(); event != null; event = events.poll())
        {
            apply(event);
        }
        throwListenerError();
    }

    LaunchResult result(final long droppedEvents)
    {
        final List<RankOutcome> outcomes = new ArrayList<>();
        for (int rank = 0; rank < ranks.size(); rank++)
        {
            final RankRecord record = ranks.get(rank);
            outcomes.add(new RankOutcome(
                rank,
                processes.get(rank).pid(),
                record.result(),
                TimeUnit.NANOSECONDS.toMillis(record.doneNs() - goNs)));
        }
        return new LaunchResult(
            spec.kind(), outcomes, TimeUnit.NANOSECONDS.toMillis(goNs - startNs), droppedEvents);
    }

    /**
     * Ask every process that is left to end, kill it after a grace, wait for all.
     */
    void endAll()
    {
        if (processes.stream().noneMatch(WorkerProcess::isAlive))
        {
            return;
        }
        coordinator.abort(-1, AbortCause.STOPPED, "the launcher ends the group");
        processes.stream().filter(WorkerProcess::isAlive).forEach(WorkerProcess::terminate);
        final long graceEndNs = System.nanoTime() + spec.graceNs();
        processes.forEach((process) ->
        {
            if (!process.awaitEnd(graceEndNs))
            {
                process.kill();
            }
        });
        processes.forEach((process) -> process.awaitEnd(System.nanoTime() + EXIT_NS));
    }

    private void checkStop()
    {
        final int urgency = spec.stopUrgency().getAsInt();
        if (urgency > sentUrgency)
        {
            sentUrgency = urgency;
            coordinator.stop(urgency);
            if (urgency > 0)
            {
                onCancelled();
            }
        }
    }

    private boolean isOver()
    {
        final boolean haveAllExited = ranks.stream().allMatch(RankRecord::hasExited);
        if (haveAllExited && (isDone || hasFailure()))
        {
            return events.isEmpty();
        }
        return System.nanoTime() - deadlineNs() >= 0;
    }

    /**
     * When to stop waiting for more: soon after a failure, later while a rank's end is unexplained.
     */
    private long deadlineNs()
    {
        long deadlineNs = System.nanoTime() + FOREVER_NS;
        if (failureNs != 0)
        {
            final boolean isUnexplained = ranks.stream().anyMatch(RankRecord::isUnexplained);
            deadlineNs = failureNs + (isUnexplained ? LONG_WINDOW_NS : WINDOW_NS);
        }
        else if (isDone)
        {
            deadlineNs = doneNs + EXIT_NS;
        }
        else if (cancelNs != 0)
        {
            deadlineNs = cancelNs + CANCEL_NS;
        }
        return deadlineNs;
    }

    private LaunchEvent next()
    {
        try
        {
            return events.poll(
                Math.min(deadlineNs() - System.nanoTime(), STOP_POLL_NS), TimeUnit.NANOSECONDS);
        }
        catch (final InterruptedException ex)
        {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted: the group has been ended");
        }
    }

    private void apply(final LaunchEvent event)
    {
        switch (event.type())
        {
            case GO -> goNs = System.nanoTime();
            case RESULT -> ranks.get(event.rank()).onResult(event.body());
            case DONE -> ranks.get(event.rank()).onDone(System.nanoTime());
            case BYE ->
            {
                isDone = true;
                doneNs = System.nanoTime();
            }
            case FAILED -> ranks.get(event.rank()).onFailed(event.code(), event.body());
            case LOST -> ranks.get(event.rank()).onLost();
            case SILENT -> ranks.get(event.rank()).onSilent();
            case EXITED -> onExited(event.rank(), event.code());
            case ABORTED -> onAborted(event);
            case LISTENER_FAILED -> listenerError = event.error();
            case CANCELLED -> onCancelled();
            default -> throw new IllegalStateException("unknown event " + event);
        }
        if (!hasFailure())
        {
            failureNs = 0;
        }
        else if (failureNs == 0)
        {
            failureNs = System.nanoTime();
        }
    }

    private void onExited(final int rank, final int value)
    {
        ranks.get(rank).onExited(value);
        if (!isDone)
        {
            coordinator.abort(rank, AbortCause.PEER_LOST, "the process of rank " + rank + " ended");
        }
    }

    private void onAborted(final LaunchEvent event)
    {
        if (event.cause() == AbortCause.COORDINATOR)
        {
            groupError = event.text();
        }
    }

    private void onCancelled()
    {
        isCancelled = true;
        cancelNs = cancelNs == 0 ? System.nanoTime() : cancelNs;
    }

    private boolean hasFailure()
    {
        return groupError != null || listenerError != null ||
            ranks.stream().anyMatch((record) -> record.hasFailed(isDone));
    }

    private void throwListenerError()
    {
        if (listenerError instanceof Error error)
        {
            throw error;
        }
        if (listenerError != null)
        {
            throw (RuntimeException) listenerError;
        }
    }

    private RuntimeException verdict()
    {
        throwListenerError();
        final List<RankFailure> failures = failures();
        if (isCancelled && failures.stream().noneMatch((failure) -> failure.weight() == 0))
        {
            return new CancellationException("the group was stopped");
        }
        if (groupError != null && failures.stream().noneMatch((failure) -> failure.weight() < 3))
        {
            return didNotForm();
        }
        if (failures.isEmpty())
        {
            return new CancellationException("the group did not end in time");
        }
        return WorkerException.of(failures, spec.kind());
    }

    private List<RankFailure> failures()
    {
        final List<RankFailure> failures = new ArrayList<>();
        for (int rank = 0; rank < ranks.size(); rank++)
        {
            if (ranks.get(rank).hasFailed(isDone))
            {
                failures.add(ranks.get(rank).failure(directory.path(), processes.get(rank)));
            }
        }
        return failures;
    }

    private BackendException didNotForm()
    {
        final BackendException failure = new BackendException(
            EngineErrorKind.INITIALIZATION_FAILED, "the group did not form: " + groupError, null);
        failure.with("backend", spec.kind().id()).with("operation", "join").with("detail", groupError);
        return failure;
    }
}
