package io.cobre.solver;

import io.cobre.engine.control.RandomIds;
import io.cobre.solver.error.CobreIOException;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationException;
import io.cobre.solver.error.ValidationRecord;
import io.cobre.solver.output.OutputFolder;
import io.cobre.solver.study.Checkpointing;
import io.cobre.solver.study.Study;
import io.cobre.solver.train.CheckpointFile;
import io.cobre.solver.train.CheckpointHead;
import io.cobre.solver.train.CheckpointPlan;
import io.cobre.solver.train.RunIdentity;
import io.cobre.solver.train.TerminationReason;
import io.cobre.solver.train.TrainingResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How a training saves itself and where it begins, from options and config.json.
 *
 * @param plan        when and where to save.
 * @param resume      checkpoint to go on from, or null.
 * @param head        of that checkpoint, or null.
 * @param maxRestarts after the death of a worker.
 */
record Saving(CheckpointPlan plan, Path resume, CheckpointHead head, int maxRestarts)
{
    private static final String STANDARD = "checkpoint.bin";

    /**
     * Where a file is.
     *
     * @param given whether it matters at all.
     * @param file  null for the usual place in the output folder.
     */
    record Place(boolean given, Path file)
    {
        static Place none()
        {
            return new Place(false, null);
        }

        static Place standard()
        {
            return new Place(true, null);
        }

        static Place at(final Path file)
        {
            return new Place(true, file);
        }

        /**
         * The file.
         *
         * @return null for the usual place of a run that writes nothing.
         */
        private Path in(final OutputFolder folder)
        {
            if (file != null)
            {
                return file.toAbsolutePath().normalize();
            }
            if (folder.root() == null && given)
            {
                throw new ValidationException(
                    SolverErrorKind.INCOMPATIBLE_SETTINGS,
                    "a run without an output folder has no place for checkpoints")
                    .suggest("name the file of the checkpoint, or an output folder");
            }
            return folder.root() == null ? null : folder.root().resolve(STANDARD);
        }
    }

    /**
     * Decide, and make sure that a checkpoint to go on from is there and fits.
     */
    static Saving of(
        final Study study, final TrainOptions options, final RunPlan run, final OutputFolder folder)
    {
        if (options.maxRestarts() < 0)
        {
            throw new ValidationException(
                SolverErrorKind.OUT_OF_RANGE, "a run cannot start again " + options.maxRestarts() + " times")
                .with("option", "max_restarts")
                .with("value", options.maxRestarts())
                .with("minimum", 0)
                .suggest("give 0 for never, or a positive number");
        }
        if (options.maxRestarts() > 0 && (run.inProcess() || run.hasThreads()))
        {
            options.warningCallback().accept(new ValidationRecord(
                SolverErrorKind.INCOMPATIBLE_SETTINGS,
                "restarts are for groups of worker processes; the number of restarts, " + options.maxRestarts() +
                    ", is not used",
                Map.of("max_restarts", options.maxRestarts()),
                "ask for more than one worker, or leave it out"));
        }
        final Checkpointing config = study.config().checkpointing();
        final boolean isPeriodic = options.checkpointPlace().given() || config.enabled();
        final Path file = place(options.checkpointPlace(), isPeriodic).in(folder);
        checkPlace(file);
        final CheckpointPlan plan = new CheckpointPlan(
            file == null ? null : file.toString(),
            isPeriodic,
            config.initialIteration(),
            config.intervalIterations(),
            config.intervalMinutes(),
            null,
            RandomIds.next());
        final boolean isResumed = options.resumePlace().given() || config.resume();
        if (!isResumed)
        {
            return new Saving(plan, null, null, options.maxRestarts());
        }
        final Path resume = place(options.resumePlace(), true).in(folder);
        final CheckpointHead head = CheckpointFile.head(resume);
        CheckpointFile.check(resume, head, RunIdentity.of(study, options.lpSolver()));
        return new Saving(plan, resume, head, options.maxRestarts());
    }

    /** A checkpoint takes the place of what is there: never of a folder. */
    private static void checkPlace(final Path file)
    {
        if (file != null && Files.isDirectory(file))
        {
            throw new CobreIOException(
                SolverErrorKind.CHECKPOINT_FAILED, "the checkpoint " + file + " cannot be written: it is a folder",
                file, null).suggest("name a file, for example " + file.resolve(STANDARD));
        }
    }

    private static Place place(final Place asked, final boolean isNeeded)
    {
        return isNeeded && !asked.given() ? Place.standard() : asked;
    }

    /**
     * What all ranks must agree on.
     */
    String fact()
    {
        return head == null ? "from the start" : "from " + head.sha256();
    }

    /**
     * Iteration from which the training goes on.
     */
    int resumedFrom()
    {
        return head == null ? 0 : head.iteration();
    }

    long lpSolves()
    {
        return head == null ? 0L : head.lpSolves();
    }

    /**
     * The checkpoint that a training has left.
     */
    Optional<Path> left(final TrainingResult result)
    {
        final boolean hasTrained = result.iterations().size() > resumedFrom();
        final boolean isSaved = plan.file() != null &&
            (plan.periodic() || result.terminationReason() == TerminationReason.SHUTDOWN);
        return hasTrained && isSaved ? Optional.of(Path.of(plan.file())) : Optional.empty();
    }
}
