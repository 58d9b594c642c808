package io.cobre.engine.launch;

import io.cobre.engine.control.AbortCause;
import io.cobre.engine.control.CoordinatorListener;

import java.util.function.Consumer;

/**
 * Turns the coordinator's calls into events; progress goes straight to the listener's thread.
 */
final class CoordinatorEvents implements CoordinatorListener
{
    private final Consumer<LaunchEvent> events;
    private final ProgressDispatcher progress;

    CoordinatorEvents(final Consumer<LaunchEvent> events, final ProgressDispatcher progress)
    {
        this.events = events;
        this.progress = progress;
    }

    @Override
    public void onGo()
    {
        events.accept(LaunchEvent.of(LaunchEvent.Type.GO, -1));
        progress.call(LaunchListener::onConnected);
    }

    @Override
    public void onProgress(final int rank, final byte[] body)
    {
        progress.progress(rank, body);
    }

    @Override
    public void onResult(final int rank, final byte[] body)
    {
        events.accept(LaunchEvent.body(LaunchEvent.Type.RESULT, rank, 0, body));
    }

    @Override
    public void onError(final int rank, final int exitCode, final byte[] body)
    {
        events.accept(LaunchEvent.body(LaunchEvent.Type.FAILED, rank, exitCode, body));
    }

    @Override
    public void onDone(final int rank)
    {
        events.accept(LaunchEvent.of(LaunchEvent.Type.DONE, rank));
    }

    @Override
    public void onLost(final int rank)
    {
        events.accept(LaunchEvent.of(LaunchEvent.Type.LOST, rank));
    }

    @Override
    public void onSilent(final int rank)
    {
        events.accept(LaunchEvent.of(LaunchEvent.Type.SILENT, rank));
    }

    @Override
    public void onAbort(final int rank, final AbortCause cause, final String reason)
    {
        events.accept(LaunchEvent.text(LaunchEvent.Type.ABORTED, rank, cause, reason));
    }

    @Override
    public void onBye()
    {
        events.accept(LaunchEvent.of(LaunchEvent.Type.BYE, -1));
    }
}
