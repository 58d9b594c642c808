package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.study.EntityClass;
import io.cobre.solver.study.SamplingScheme;
import io.cobre.solver.study.ScenarioSource;
import java.util.List;
import java.util.Set;

/**
 * What the checks of the third to fifth layer have in common.
 */
abstract class Checker
{
    final CaseFiles files;
    final CaseIndex index;
    final Problems problems;

    Checker(final CaseFiles files, final CaseIndex index, final Problems problems)
    {
        this.files = files;
        this.index = index;
        this.problems = problems;
    }

    /** Report everything that is wrong. */
    abstract void run();

    /**
     * A stage must exist.
     *
     * @param place   of the row.
     * @param stageId as written.
     * @return whether it does.
     */
    final boolean checkStage(final Place place, final int stageId)
    {
        if (index.stages().contains(stageId))
        {
            return true;
        }
        problems.error(
            SolverErrorKind.STAGE_MISMATCH,
            place.field("stage_id"),
            stageId,
            "= " + stageId + " is no stage of " + StagesFile.NAME,
            "use the ids of stages.json");
        return false;
    }

    /**
     * Something must occur once.
     *
     * @param seen  keys before.
     * @param place of the row.
     * @param field of the key.
     * @param key   what must be unique.
     */
    final void checkOnce(final Set<List<Integer>> seen, final Place place, final String field, final Integer... key)
    {
        if (!seen.add(List.of(key)))
        {
            problems.error(
                SolverErrorKind.DUPLICATE_ID,
                place.field(field),
                key[0],
                "= " + key[0] + (key.length > 1 ? " occurs twice for stage " + key[1] : " occurs twice"),
                "keep one of them");
        }
    }

    /**
     * A minimum must not be above its maximum.
     *
     * @param place    of both.
     * @param minField name of the minimum.
     * @param min      its value.
     * @param maxField name of the maximum.
     * @param max      its value.
     */
    final void checkOrder(
        final Place place, final String minField, final double min, final String maxField, final double max)
    {
        if (min > max)
        {
            problems.error(
                SolverErrorKind.PHYSICAL_CONSTRAINT,
                place.field(minField),
                min,
                "= " + min + " is above " + maxField + " = " + max,
                "exchange or correct them");
        }
    }

    final StagesFile.Entry stage(final int stageId)
    {
        return index.stages().sorted().get(index.stages().index(stageId));
    }

    /**
     * Whether training or simulation draws a class by a scheme.
     *
     * @param entityClass inflow, load or source.
     * @param scheme      asked for.
     * @return true if one of them does.
     */
    final boolean anySource(final EntityClass entityClass, final SamplingScheme scheme)
    {
        return scheme == scheme(files.config().training(), entityClass) ||
            scheme == scheme(files.config().simulation(), entityClass);
    }

    private static SamplingScheme scheme(final ScenarioSource source, final EntityClass entityClass)
    {
        return switch (entityClass)
        {
            case INFLOW -> source.inflow();
            case LOAD -> source.load();
            case NCS -> source.ncs();
        };
    }
}
