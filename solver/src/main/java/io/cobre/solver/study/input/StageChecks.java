package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stages, blocks, seasons and the policy graph.
 */
final class StageChecks
{
    private static final double PROBABILITY_TOLERANCE = 1e-6;

    private final StagesFile file;
    private final CaseIndex index;
    private final Problems problems;

    StageChecks(final StagesFile file, final CaseIndex index, final Problems problems)
    {
        this.file = file;
        this.index = index;
        this.problems = problems;
    }

    void run()
    {
        if (index.stages().size() == 0)
        {
            problems.error(
                SolverErrorKind.STAGE_MISMATCH, place().field("stages"), null, "has no stage", "add a stage");
        }
        Ids.of("season", StagesFile.NAME, seasonIds(), problems);
        Ids.of("pre-study stage", StagesFile.NAME, file.preStudy(), problems);
        for (final StagesFile.Entry stage : index.stages().sorted())
        {
            checkStage(stage);
        }
        for (final StagesFile.PreStudy stage : file.preStudy())
        {
            final Place place = place().entity("stage " + stage.id());
            checkDates(place, stage.startDate().isBefore(stage.endDate()), stage.endDate());
            checkSeason(place, stage.seasonId());
        }
        checkTransitions();
    }

    private void checkStage(final StagesFile.Entry stage)
    {
        final Place place = place().entity("stage " + stage.id());
        checkDates(place, stage.startDate().isBefore(stage.endDate()), stage.endDate());
        checkSeason(place, stage.seasonId());
        if (stage.blocks().isEmpty())
        {
            problems.error(
                SolverErrorKind.STAGE_MISMATCH, place.field("blocks"), null, "has no block", "add a block");
        }
        final Set<Integer> ids = new HashSet<>();
        for (final StagesFile.Block block : stage.blocks())
        {
            if (!ids.add(block.id()) || block.id() < 0 || block.id() >= stage.blocks().size())
            {
                problems.error(
                    SolverErrorKind.STAGE_MISMATCH,
                    place.field("blocks"),
                    block.id(),
                    "must have the ids 0 to " + (stage.blocks().size() - 1) + ", each once; found " + block.id(),
                    "number the blocks from 0");
            }
        }
    }

    private void checkDates(final Place place, final boolean ascending, final Object end)
    {
        if (!ascending)
        {
            problems.error(
                SolverErrorKind.STAGE_MISMATCH,
                place.field("end_date"),
                end,
                "= " + end + " must be after start_date",
                "the end date is the day after the last one");
        }
    }

    private void checkSeason(final Place place, final int seasonId)
    {
        final boolean known = file.seasons().stream().anyMatch((season) -> season.id() == seasonId);
        if (seasonId >= 0 && !file.seasons().isEmpty() && !known)
        {
            problems.error(
                SolverErrorKind.MISSING_REFERENCE,
                place.field("season_id"),
                seasonId,
                "= " + seasonId + " is no season of season_definitions",
                "define it, or use a defined one");
        }
    }

    private void checkTransitions()
    {
        final Map<Integer, Double> sums = new HashMap<>();
        for (int i = 0; i < file.transitions().size(); i++)
        {
            final StagesFile.Transition transition = file.transitions().get(i);
            final Place place = place().field("policy_graph").field("transitions[" + i + "]");
            final int source = index.stages().resolve(transition.sourceId(), place.field("source_id"), problems);
            final int target = index.stages().resolve(transition.targetId(), place.field("target_id"), problems);
            final boolean closes = file.cyclic() && source == index.stages().size() - 1 &&
                transition.probability() > 1.0 - PROBABILITY_TOLERANCE;
            if (source >= 0 && target >= 0 && target != source + 1 && !closes)
            {
                problems.notBuilt(
                    place,
                    null,
                    "a policy graph other than a chain of stages (" + transition.sourceId() + " to " +
                        transition.targetId() + ")");
            }
            sums.merge(transition.sourceId(), transition.probability(), Double::sum);
        }
        sums.forEach((source, sum) ->
        {
            if (Math.abs(sum - 1.0) > PROBABILITY_TOLERANCE)
            {
                problems.error(
                    SolverErrorKind.OUT_OF_RANGE,
                    place().field("policy_graph").field("transitions"),
                    sum,
                    "has probabilities out of stage " + source + " that add up to " + sum + ", not 1",
                    "correct the probabilities");
            }
        });
    }

    private List<Identified> seasonIds()
    {
        return file.seasons().stream().map((season) -> (Identified) season::id).toList();
    }

    private static Place place()
    {
        return Place.file(StagesFile.NAME);
    }
}
