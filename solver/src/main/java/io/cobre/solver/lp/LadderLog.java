package io.cobre.solver.lp;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Uses of the retry ladder beyond its first step, for the report.
 */
public final class LadderLog
{
    /**
     * A solve that needed more than one attempt.
     *
     * @param iteration of the training.
     * @param stage     id of the stage.
     * @param trial     index of the trial point.
     * @param opening   index of the opening.
     * @param attempt   the step that gave the answer, or the last one.
     * @param solved    whether it gave an answer.
     * @param verdict   what was said about the first attempt.
     */
    public record Use(
        int iteration, int stage, int trial, int opening, LpAttempt attempt, boolean solved, String verdict)
    {
    }

    private final List<Use> uses = new ArrayList<>();

    /**
     * All uses so far.
     *
     * @return a copy, in the order of their solves.
     */
    public synchronized List<Use> uses()
    {
        return List.copyOf(uses);
    }

    /**
     * All uses in one sentence: how many, by which step they ended, and where the first was.
     *
     * @return empty if every solve needed one attempt only.
     */
    public synchronized Optional<String> summary()
    {
        if (uses.isEmpty())
        {
            return Optional.empty();
        }
        final Map<LpAttempt, Integer> counts = new EnumMap<>(LpAttempt.class);
        uses.forEach((use) -> counts.merge(use.attempt(), 1, Integer::sum));
        final Use first = uses.get(0);
        return Optional.of(uses.size() + " solves of linear programs needed another attempt " + counts +
            ", the first in iteration " + first.iteration() + ", stage " + first.stage() + ", trial " + first.trial() +
            ", opening " + first.opening() + " (" + first.verdict() + ")");
    }

    synchronized void add(final Use use)
    {
        uses.add(use);
    }
}
