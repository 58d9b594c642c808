package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.study.GenericRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Contents of constraints/generic_constraints.json.
 *
 * @param constraints as written.
 */
record GenericConstraintsFile(List<Entry> constraints)
{
    static final String NAME = "constraints/generic_constraints.json";
    static final String BOUNDS = "constraints/generic_constraint_bounds.parquet";

    /** Block id of bounds that hold in every block. */
    static final int ALL_BLOCKS = StageTable.ALL_BLOCKS;

    /**
     * A constraint.
     *
     * @param id         identity.
     * @param name       for people.
     * @param expression left-hand side, parsed; null if it cannot be.
     * @param sense      comparison.
     * @param slackCost  $ per unit and hour, NaN if the constraint must hold.
     */
    record Entry(int id, String name, Expression expression, GenericRow.Sense sense, double slackCost)
        implements Identified
    {
    }

    /**
     * A right-hand side.
     *
     * @param row          in the file.
     * @param constraintId constraint.
     * @param stageId      stage.
     * @param blockId      block, or {@link #ALL_BLOCKS}.
     * @param bound        right-hand side.
     */
    record Bound(int row, int constraintId, int stageId, int blockId, double bound)
    {
    }

    static GenericConstraintsFile none()
    {
        return new GenericConstraintsFile(List.of());
    }

    static GenericConstraintsFile read(final JsonObject file)
    {
        file.text("$schema").ignored();
        return new GenericConstraintsFile(file.requiredList(
            "constraints", ItemLabel.of("constraint"), GenericConstraintsFile::entry));
    }

    static List<Bound> readBounds(final Problems problems, final Path folder)
    {
        final TableReader table = TableReader.open(problems, folder, BOUNDS);
        final int[] constraintId = table.ints("constraint_id");
        final int[] stageId = table.ints("stage_id");
        final int[] blockId = table.intsOr("block_id", ALL_BLOCKS);
        final double[] bound = table.doubles("bound", Range.ANY);
        table.end();
        final List<Bound> bounds = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++)
        {
            bounds.add(new Bound(row, constraintId[row], stageId[row], blockId[row], bound[row]));
        }
        return bounds;
    }

    private static Entry entry(final JsonObject object)
    {
        object.text("description").ignored();
        return new Entry(
            object.integer("id").required(),
            object.text("name").required(),
            expression(object),
            sense(object.word("sense", ">=", "<=", "==").required()),
            object.requiredObject("slack", GenericConstraintsFile::slackCost));
    }

    private static GenericRow.Sense sense(final String word)
    {
        switch (word)
        {
            case "<=":
                return GenericRow.Sense.AT_MOST;
            case "==":
                return GenericRow.Sense.EQUAL;
            default:
                return GenericRow.Sense.AT_LEAST;
        }
    }

    private static double slackCost(final JsonObject object)
    {
        final boolean enabled = object.flag("enabled").required();
        final double penalty = object.number("penalty", Range.NOT_NEGATIVE).orElse(Double.NaN);
        if (enabled && !(penalty > 0))
        {
            object.error(
                SolverErrorKind.OUT_OF_RANGE, "penalty", "must be greater than 0 for an enabled slack",
                "give a cost, or disable the slack");
        }
        return enabled ? penalty : Double.NaN;
    }

    private static Expression expression(final JsonObject object)
    {
        final String text = object.text("expression").required();
        if (!object.given("expression"))
        {
            return null;
        }
        try
        {
            return Expression.parse(text);
        }
        catch (final IllegalArgumentException ex)
        {
            object.error(
                SolverErrorKind.SCHEMA_VIOLATION,
                "expression",
                "= '" + JsonTree.shorten(text) + "' cannot be understood: " + ex.getMessage(),
                "write it as in '2.5 * hydro_turbined(1) - thermal_generation(0, 1)'");
            return null;
        }
    }
}
