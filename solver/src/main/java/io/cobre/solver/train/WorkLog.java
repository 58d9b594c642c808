package io.cobre.solver.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.cobre.engine.Communicator;
import io.cobre.engine.ReduceOp;
import io.cobre.solver.lp.LadderLog;
import io.cobre.solver.lp.LpAttempt;
import io.cobre.solver.lp.SolveCounts;
import io.cobre.solver.lp.StageInstance;
import io.cobre.solver.lp.StageProblems;
import io.cobre.solver.study.Study;

/**
 * Counts the LP work of this rank by iteration, phase and stage, and at the end that of all ranks. A place holds
 * solves, simplex iterations, nanoseconds, then the solves that ended at each step of the retry ladder.
 */
final class WorkLog
{
    private static final int SOLVES = 0;
    private static final int ITERATIONS = 1;
    private static final int NS = 2;
    private static final int LADDER = 3;
    private static final int WIDTH = LADDER + LpAttempt.values().length;

    private final Study study;
    private final StageProblems problems;
    private final SolveCounts[] last;
    private final List<Integer> iterations = new ArrayList<>();
    private final List<long[]> counts = new ArrayList<>();

    WorkLog(final Study study, final StageProblems problems)
    {
        this.study = study;
        this.problems = problems;
        this.last = new SolveCounts[problems.stageCount()];
        Arrays.setAll(last, (stage) -> problems.counts(stage));
    }

    void iterationBegins(final int iteration)
    {
        iterations.add(iteration);
        counts.add(new long[Phase.values().length * last.length * WIDTH]);
    }

    /** Everything that was solved since the last call belongs to a phase. */
    void lap(final Phase phase)
    {
        for (int stage = 0; stage < last.length; stage++)
        {
            lap(phase, stage);
        }
    }

    void lap(final Phase phase, final int stage)
    {
        final SolveCounts now = problems.counts(stage);
        final SolveCounts lap = now.since(last[stage]);
        final long[] current = counts.get(counts.size() - 1);
        final int place = place(phase, stage);
        current[place + SOLVES] += lap.solves();
        current[place + ITERATIONS] += lap.iterations();
        current[place + NS] += lap.ns();
        last[stage] = now;
    }

    private int place(final Phase phase, final int stage)
    {
        return (phase.ordinal() * last.length + stage) * WIDTH;
    }

    /**
     * Sum over ranks; a collective call.
     */
    List<PhaseWork> gather(final Communicator communicator, final List<LadderLog.Use> uses)
    {
        uses.forEach(this::count);
        final List<PhaseWork> work = new ArrayList<>();
        for (int index = 0; index < counts.size(); index++)
        {
            final long[] sums = counts.get(index);
            if (communicator.size() > 1)
            {
                communicator.allreduce(sums, sums, ReduceOp.SUM);
            }
            for (final Phase phase : Phase.values())
            {
                work.add(work(iterations.get(index), phase, sums));
            }
        }
        return List.copyOf(work);
    }

    private void count(final LadderLog.Use use)
    {
        final int index = iterations.indexOf(use.iteration());
        if (index >= 0)
        {
            int stage = 0;
            while (study.stages().get(stage).id() != use.stage())
            {
                stage++;
            }
            final Phase phase = StageInstance.FORWARD == use.opening() ? Phase.FORWARD :
                0 == stage ? Phase.LOWER_BOUND : Phase.BACKWARD;
            counts.get(index)[place(phase, stage) + LADDER + use.attempt().ordinal()]++;
        }
    }

    private PhaseWork work(final int iteration, final Phase phase, final long[] sums)
    {
        final int stages = last.length;
        final int steps = WIDTH - LADDER;
        final PhaseWork work = new PhaseWork(
            iteration, phase, new double[stages], new double[stages], new double[stages], new double[stages * steps]);
        for (int stage = 0; stage < stages; stage++)
        {
            final int place = place(phase, stage);
            work.solves()[stage] = sums[place + SOLVES];
            work.simplexIterations()[stage] = sums[place + ITERATIONS];
            work.solveNs()[stage] = sums[place + NS];
            for (int step = 0; step < steps; step++)
            {
                work.retries()[stage * steps + step] = sums[place + LADDER + step];
            }
        }
        return work;
    }
}
