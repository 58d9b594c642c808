package io.cobre.solver.worker;

import io.cobre.engine.CobreException;
import io.cobre.engine.CollectiveFailedException;
import io.cobre.engine.control.RunDirectory;
import io.cobre.engine.launch.WorkerException;
import io.cobre.solver.files.AtomicFiles;
import io.cobre.solver.train.CheckpointFile;
import io.cobre.solver.train.CheckpointHead;
import io.cobre.solver.train.CheckpointPlan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a training on workers goes on after one of them died: from the checkpoint of the user if there is one, else
 * from a copy of the state that lives as long as the run.
 */
final class Restarts implements AutoCloseable
{
    private static final String SNAPSHOT = "checkpoint.bin";

    private final int most;
    private final CheckpointPlan plan;
    private final RunDirectory directory;
    private final List<WorkerRestart> done = new ArrayList<>();
    private String from;

    /**
     * Prepare.
     *
     * @param plan when the training saves itself; null for never.
     * @param from checkpoint that the user wants to go on from, or null.
     * @param most restarts that are allowed.
     */
    Restarts(final CheckpointPlan plan, final String from, final int most)
    {
        this.most = most;
        this.from = from;
        this.directory = most > 0 && plan != null && !plan.periodic() ? RunDirectory.create() : null;
        this.plan = directory == null ? plan : new CheckpointPlan(
            plan.file(),
            false,
            plan.initialIteration(),
            plan.intervalIterations(),
            plan.intervalMinutes(),
            directory.path().resolve(SNAPSHOT).toString(),
            plan.session());
    }

    CheckpointPlan plan()
    {
        return plan;
    }

    /**
     * The checkpoint to begin from.
     *
     * @return null to begin anew.
     */
    String from()
    {
        return from;
    }

    List<WorkerRestart> done()
    {
        return List.copyOf(done);
    }

    /**
     * Take up the training after a death.
     *
     * @param failure of the group.
     * @return what is going to happen.
     * @throws WorkerException the failure itself, if it would come again or there were too many.
     */
    WorkerRestart after(final WorkerException failure)
    {
        if (plan != null && plan.file() != null)
        {
            AtomicFiles.clear(Path.of(plan.file()));
        }
        if (done.size() >= most || failure.inner().isPresent() && !isLoss(failure.inner().get()))
        {
            failure.with("restarts", done.size());
            throw failure;
        }
        final CheckpointHead kept = latest();
        final WorkerRestart restart = new WorkerRestart(
            done.size() + 1,
            most,
            failure,
            kept == null ? 0 : kept.iteration(),
            kept == null ? 0L : kept.lpSolves());
        done.add(restart);
        return restart;
    }

    private static boolean isLoss(final CobreException inner)
    {
        return inner instanceof CollectiveFailedException lost &&
            (lost.reason() == CollectiveFailedException.Reason.PEER_LOST ||
            lost.reason() == CollectiveFailedException.Reason.TIMEOUT);
    }

    /**
     * The newest state that this training has saved; what it began from if there is none.
     */
    private CheckpointHead latest()
    {
        if (plan != null && (plan.periodic() || plan.snapshot() != null))
        {
            final Path newest = Path.of(plan.periodic() ? plan.file() : plan.snapshot());
            for (final Path file : List.of(newest, CheckpointFile.previous(newest)))
            {
                final CheckpointHead head = ownHead(file);
                if (head != null)
                {
                    from = file.toString();
                    return head;
                }
            }
        }
        return from == null ? null : CheckpointFile.head(Path.of(from));
    }

    /**
     * A file of an older training may lie at the same place.
     */
    private CheckpointHead ownHead(final Path file)
    {
        if (!Files.isRegularFile(file))
        {
            return null;
        }
        try
        {
            final CheckpointHead head = CheckpointFile.head(file);
            return head.session() == plan.session() ? head : null;
        }
        catch (final CobreException ex)
        {
            return null;
        }
    }

    @Override
    public void close()
    {
        if (directory != null)
        {
            directory.close();
        }
    }
}
