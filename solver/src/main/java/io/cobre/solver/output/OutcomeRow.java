package io.cobre.solver.output;

import io.cobre.solver.lp.ColumnGroup;
import io.cobre.solver.lp.StageLayout;
import io.cobre.solver.lp.StageSolution;
import io.cobre.solver.simulate.StageOutcome;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.StageData;
import io.cobre.solver.study.Study;

/**
 * What a row of a simulation table is made from: a solved stage, an entity and, in tables by block, a block. One
 * object stands for all rows in turn.
 */
final class OutcomeRow
{
    /** Block of rows that are for a whole stage. */
    static final int NO_BLOCK = -1;

    private static final double TOLERANCE = 1e-6;

    private final Study study;
    private final HydroNetwork network;
    private StageOutcome outcome;
    private int entity;
    private int block;

    OutcomeRow(final Study study)
    {
        this.study = study;
        this.network = new HydroNetwork(study);
    }

    void open(final StageOutcome solved)
    {
        outcome = solved;
    }

    void at(final int newEntity, final int newBlock)
    {
        entity = newEntity;
        block = newBlock;
    }

    Study study()
    {
        return study;
    }

    HydroNetwork network()
    {
        return network;
    }

    StageOutcome outcome()
    {
        return outcome;
    }

    StageSolution solution()
    {
        return outcome.solution();
    }

    StageLayout layout()
    {
        return outcome.lp().layout();
    }

    Stage stage()
    {
        return outcome.lp().stage();
    }

    StageData data()
    {
        return outcome.lp().data();
    }

    int entity()
    {
        return entity;
    }

    int block()
    {
        return block;
    }

    /** Hours that the row is for. */
    double hours()
    {
        return NO_BLOCK == block ? stage().hours() : stage().blockHours()[block];
    }

    /** Value of a variable of the entity, 0 if it has none. */
    double value(final ColumnGroup group)
    {
        return value(group, entity);
    }

    /** Value of a variable of another entity in the same block, 0 if it has none. */
    double value(final ColumnGroup group, final int other)
    {
        return solution().value(layout().column(group, other, block));
    }

    /** Upper limit of a variable of the entity, 0 if it has none. */
    double limit(final ColumnGroup group)
    {
        return solution().upper(layout().column(group, entity, block));
    }

    /** Cost of a variable of the entity, $. */
    double cost(final ColumnGroup group)
    {
        return solution().cost(layout().column(group, entity, block));
    }

    boolean has(final ColumnGroup group)
    {
        return StageLayout.NONE != layout().column(group, entity, block);
    }

    /** State of a plant or line that one variable describes. */
    OperativeState state(final ColumnGroup group)
    {
        return !has(group) || limit(group) <= 0.0 ? OperativeState.DEACTIVATED :
            atLeast(value(group), limit(group)) ? OperativeState.SATURATED : OperativeState.OPERATING;
    }

    static boolean atLeast(final double value, final double limit)
    {
        return value >= limit - tolerance(limit);
    }

    static boolean atMost(final double value, final double limit)
    {
        return value <= limit + tolerance(limit);
    }

    private static double tolerance(final double limit)
    {
        return TOLERANCE * Math.max(1.0, Math.abs(limit));
    }
}
