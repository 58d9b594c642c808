package io.cobre.solver.train;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.cobre.engine.CobreException;
import io.cobre.engine.Communicator;
import io.cobre.engine.ReduceOp;
import io.cobre.solver.files.AtomicFiles;
import io.cobre.solver.lp.BasisBytes;
import io.cobre.solver.lp.BasisSlot;
import io.cobre.solver.policy.CutPool;

/**
 * Saves a training: rank 0 decides when, all ranks bring the bases of their trial points, rank 0 writes.
 */
final class CheckpointKeeper
{
    /** Where the state goes, as rank 0 tells the others. */
    enum Target
    {
        /** Nowhere. */
        NONE,
        /** The copy for a group that has to start again. */
        SNAPSHOT,
        /** The file of the user. */
        FILE
    }

    private static final int SHARE = 20;

    private final CheckpointPlan plan;
    private final TrainingContext context;
    private final Communicator communicator;
    private final Ownership ownership;
    private final int passes;
    private boolean snapshots;
    private long lastNs;
    private long costNs;

    CheckpointKeeper(final TrainingContext context, final Ownership ownership, final int passes)
    {
        this.plan = context.checkpoints();
        this.context = context;
        this.communicator = context.communicator();
        this.ownership = ownership;
        this.passes = passes;
        this.snapshots = null != plan && null != plan.snapshot();
        this.lastNs = null == context.start() ? 0L : context.start().head().elapsedNs();
    }

    /**
     * Whether to save after an iteration.
     *
     * @param iteration the one just done.
     * @param reason    why it was the last one, or null.
     * @param elapsedNs since training began.
     */
    Target due(final int iteration, final TerminationReason reason, final long elapsedNs)
    {
        if (null == plan)
        {
            return Target.NONE;
        }
        if (null != plan.file() && (TerminationReason.SHUTDOWN == reason ||
            plan.periodic() && (null != reason || due(iteration, elapsedNs))))
        {
            return Target.FILE;
        }
        return null == reason && snapshots && cheap(elapsedNs) ? Target.SNAPSHOT : Target.NONE;
    }

    private boolean due(final int iteration, final long elapsedNs)
    {
        if (iteration < plan.initialIteration())
        {
            return false;
        }
        if (0 == plan.intervalIterations() && 0.0 == plan.intervalMinutes())
        {
            return cheap(elapsedNs);
        }
        return plan.intervalIterations() > 0 &&
            0 == (iteration - plan.initialIteration()) % plan.intervalIterations() ||
            plan.intervalMinutes() > 0.0 &&
            elapsedNs - lastNs >= plan.intervalMinutes() * TimeUnit.MINUTES.toNanos(1);
    }

    private boolean cheap(final long elapsedNs)
    {
        return elapsedNs - lastNs >= SHARE * costNs;
    }

    /**
     * Save; called by all ranks.
     *
     * @param target  where to.
     * @param points  of this rank.
     * @param bound   kept basis of the lower bound; looked at on rank 0 only.
     * @param pools   by stage.
     * @param visited states of the trial paths, or null if they are not kept.
     * @param settled last tests of the stopping rules that simulate.
     * @param rows    one for each iteration.
     * @param times   of this rank.
     */
    void save(
        final Target target,
        final TrialPoints points,
        final BasisSlot bound,
        final List<CutPool> pools,
        final VisitedStates visited,
        final List<SettledCosts> settled,
        final List<IterationRecord> rows,
        final TrainingTimes times)
    {
        final long beganNs = times.nowNs();
        final long[] widths = widths(points, pools);
        final List<byte[][]> bases = new ArrayList<>();
        for (int stage = 0; stage < pools.size(); stage++)
        {
            bases.add(gather(points, stage, pools.get(stage), Math.toIntExact(widths[stage])));
        }
        if (0 == communicator.rank())
        {
            final long elapsedNs = times.elapsedNs();
            final Path file = Path.of(Target.FILE == target ? plan.file() : plan.snapshot());
            try
            {
                write(file, out -> encode(out, bases, bound, pools, visited, settled, rows, elapsedNs));
            }
            catch (final CobreException e)
            {
                lost(target, e);
            }
            costNs = times.nowNs() - beganNs;
            lastNs = elapsedNs + costNs;
        }
    }

    /**
     * A snapshot is not what the user waits for: without it, a restart begins earlier.
     */
    private void lost(final Target target, final CobreException failure)
    {
        if (Target.SNAPSHOT != target)
        {
            throw failure;
        }
        System.err.println("cobre: a restart would begin earlier: " + failure.getMessage());
        snapshots = false;
    }

    /**
     * Lengths of a packed basis by stage; equal for all trials, but a rank without trials does not know them.
     */
    private long[] widths(final TrialPoints points, final List<CutPool> pools)
    {
        final long[] widths = new long[pools.size()];
        for (int stage = 0; stage < widths.length; stage++)
        {
            for (int position = 0; position < points.count(); position++)
            {
                widths[stage] = BasisBytes.length(points.slot(position, stage), pools.get(stage));
            }
        }
        if (communicator.size() > 1)
        {
            communicator.allreduce(widths, widths, ReduceOp.MAX);
        }
        return widths;
    }

    /**
     * Packed bases of a stage by trial, on rank 0.
     */
    private byte[][] gather(final TrialPoints points, final int stage, final CutPool pool, final int width)
    {
        final ByteBuffer own = ByteBuffer.allocate(points.count() * width);
        for (int position = 0; position < points.count(); position++)
        {
            BasisBytes.encode(points.slot(position, stage), pool, own);
        }
        final int[] counts = new int[communicator.size()];
        final int[] displacements = new int[communicator.size()];
        final byte[][] byTrial = new byte[passes][];
        int next = 0;
        for (int rank = 0; rank < counts.length; rank++)
        {
            displacements[rank] = next;
            counts[rank] = ownership.owned(rank).length * width;
            next = Math.addExact(next, counts[rank]);
        }
        final byte[] all = communicator.size() > 1 ? new byte[0 == communicator.rank() ? next : 0] : own.array();
        if (communicator.size() > 1)
        {
            communicator.gatherv(own.array(), all, counts, displacements, 0);
        }
        for (int rank = 0; rank < counts.length && all.length > 0; rank++)
        {
            int at = displacements[rank];
            for (final int trial : ownership.owned(rank))
            {
                byTrial[trial] = Arrays.copyOfRange(all, at, at + width);
                at += width;
            }
        }
        return byTrial;
    }

    private void encode(
        final OutputStream stream,
        final List<byte[][]> bases,
        final BasisSlot bound,
        final List<CutPool> pools,
        final VisitedStates visited,
        final List<SettledCosts> settled,
        final List<IterationRecord> rows,
        final long elapsedNs) throws IOException
    {
        final CheckpointEncoder encoder = new CheckpointEncoder(stream);
        encoder.head(context.identity(), plan.session(), elapsedNs, rows, pools, passes, null != visited, settled);
        for (int stage = 0; stage < pools.size(); stage++)
        {
            encoder.cuts(stage, pools.get(stage));
            encoder.bases(stage, bases.get(stage));
            if (null != visited)
            {
                encoder.states(stage, visited, pools.get(stage).dimension());
            }
        }
        final ByteBuffer packed = ByteBuffer.allocate(BasisBytes.length(bound, pools.get(0)));
        BasisBytes.encode(bound, pools.get(0), packed);
        encoder.bases(CheckpointFormat.BOUND, packed.array());
        encoder.checksum();
    }

    /**
     * Writes a checkpoint.
     */
    private interface Content
    {
        void to(OutputStream out) throws IOException;
    }

    private static void write(final Path file, final Content content)
    {
        try
        {
            AtomicFiles.file(file, CheckpointFile.previous(file), path ->
            {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16))
                {
                    content.to(out);
                }
            });
        }
        catch (final CobreException | ArithmeticException e)
        {
            throw CheckpointFormat.failed("the checkpoint " + file + " cannot be written: " + e.getMessage(), file, e)
                .suggest("check that the folder exists, that you may write to it, and that the disk has room");
        }
    }
}
