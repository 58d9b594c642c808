package io.cobre.engine.launch;

import io.cobre.engine.BackendException;
import io.cobre.engine.CobreException;
import io.cobre.engine.EngineErrorKind;
import io.cobre.engine.control.ControlAddress;
import io.cobre.engine.control.Coordinator;
import io.cobre.engine.control.CoordinatorContext;
import io.cobre.engine.control.GroupFile;
import io.cobre.engine.control.RandomIds;
import io.cobre.engine.control.RunDirectory;
import io.cobre.engine.control.RunPlace;
import io.cobre.engine.spi.Backend;
import io.cobre.engine.spi.GroupSpec;
import io.cobre.engine.spi.HostedGroup;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Starts the ranks of one group as processes and watches over them until the last has ended. It computes nothing
 * itself. Whatever happens, no process and no file is left.
 */
public final class ProcessLauncher
{
    private final LaunchSpec spec;
    private final Pinning pinning;
    private final BlockingQueue<LaunchEvent> events = new LinkedBlockingQueue<>();
    private Coordinator coordinator;
    private int requestedUrgency = -1;

    /**
     * Prepare a launch.
     *
     * @param spec what to start.
     * @throws CobreException if there are not the cores, or not the program, that the profile needs to bind ranks.
     */
    public ProcessLauncher(final LaunchSpec spec)
    {
        this.spec = spec.conclude();
        pinning = Pinning.of(spec);
    }

    /**
     * Start, wait, clean up. Interrupting the thread ends the group and throws.
     *
     * @return how every rank ended in good order.
     * @throws WorkerException       if a worker failed; all have been ended.
     * @throws BackendException      if the group did not form.
     * @throws CancellationException if the thread was interrupted (its flag is set again) or the group did not obey
     *                               an urgent stop.
     */
    public LaunchResult run()
    {
        final long startNs = System.nanoTime();
        final Backend backend = spec.backend();
        try (RunPlace place = RunPlace.find((directory) -> backend.preflight(new GroupSpec(
            Long.parseUnsignedLong(directory.runId(), 16), spec.size(), directory.path(), spec.settings())));
            ProgressDispatcher progress = new ProgressDispatcher(
                spec.listener(), spec.size(), (error) -> events.add(LaunchEvent.listenerFailed(error))))
        {
            final RunDirectory directory = place.directory();
            final GroupSpec group = place.group();
            place.warning().ifPresent((warning) -> progress.call((listener) -> listener.onWarning(warning)));
            visit(spec.payload(), directory);
            final HostedGroup hosted = backend.host(group);
            try
            {
                return supervise(group, directory, progress, startNs);
            }
            finally
            {
                close(hosted);
            }
        }
    }

    /**
     * Ask the group to stop in good order. Any thread; before the start it counts from the start on.
     *
     * @param urgency 0 after the iteration, 1 now.
     */
    public void stop(final int urgency)
    {
        synchronized (events)
        {
            requestedUrgency = Math.max(requestedUrgency, urgency);
            if (coordinator != null)
            {
                coordinator.stop(urgency);
            }
        }
        if (urgency > 0)
        {
            events.add(LaunchEvent.of(LaunchEvent.Type.CANCELLED, -1));
        }
    }

    /**
     * Close with the thread's interrupt flag down: threads are joined here.
     */
    private static void close(final HostedGroup hosted)
    {
        final boolean isInterrupted = Thread.interrupted();
        try
        {
            hosted.close();
        }
        finally
        {
            if (isInterrupted)
            {
                Thread.currentThread().interrupt();
            }
        }
    }

    private LaunchResult supervise(
        final GroupSpec group, final RunDirectory directory, final ProgressDispatcher progress, final long startNs)
    {
        final Coordinator hub = startCoordinator(group, directory, progress);
        final GroupWatch watch = new GroupWatch(spec, directory, hub, events, startNs);
        try
        {
            for (int rank = 0; rank < spec.size(); rank++)
            {
                final WorkerProcess process =
                    WorkerProcess.spawn(spec, pinning, directory, hub.address().toString(), rank);
                watch.add(process);
                final int started = rank;
                process.onExit((value) -> events.add(LaunchEvent.exited(started, value)));
                progress.call((listener) -> listener.onStarted(started, process.pid()));
            }
            watch.run();
            watch.endAll();
            visit(spec.harvest(), directory);
            progress.drain(TimeUnit.SECONDS.toMillis(2));
            watch.checkListener();
            return watch.result(progress.dropped());
        }
        catch (final RuntimeException | Error ex)
        {
            watch.endAll();
            Diagnostics.save(spec.diagnosticsDirectory(), directory.runId(), directory.path(), ex);
            throw ex;
        }
        finally
        {
            synchronized (events)
            {
                coordinator = null;
            }
            hub.closeNow();
        }
    }

    private Coordinator startCoordinator(
        final GroupSpec group, final RunDirectory directory, final ProgressDispatcher progress)
    {
        final String secret = RandomIds.secret(32);
        final Coordinator hub = Coordinator.start(new CoordinatorContext()
            .address(spec.coordinatorHost() == null ?
                RunDirectory.controlSocket(directory.path()) :
                ControlAddress.tcp(spec.coordinatorHost(), spec.coordinatorPort()))
            .runId(group.runId())
            .size(spec.size())
            .secret(secret)
            .facts(spec.facts())
            .settings(group.settings())
            .joinTimeoutNs(spec.joinTimeoutNs())
            .silenceTimeoutNs(CoordinatorContext.silenceFor(spec.timeoutNs()))
            .listener(new CoordinatorEvents(events::add, progress)));
        try
        {
            new GroupFile(
                group.runId(),
                spec.size(),
                spec.kind(),
                hub.address(),
                secret,
                spec.timeoutNs(),
                spec.joinTimeoutNs(),
                -1).write(directory.path());
        }
        catch (final IOException ex)
        {
            hub.closeNow();
            throw unwritable(ex);
        }
        synchronized (events)
        {
            coordinator = hub;
            if (requestedUrgency >= 0)
            {
                hub.stop(requestedUrgency);
            }
        }
        return hub;
    }

    private void visit(final RunDirectoryVisitor visitor, final RunDirectory directory)
    {
        try
        {
            visitor.visit(directory.path());
        }
        catch (final IOException ex)
        {
            throw unwritable(ex);
        }
    }

    private CobreException unwritable(final IOException ex)
    {
        return new BackendException(
            EngineErrorKind.INITIALIZATION_FAILED, "the run directory cannot be used: " + ex.getMessage(), ex)
            .with("backend", spec.kind().id()).with("operation", "files").with("detail", String.valueOf(ex));
    }
}
