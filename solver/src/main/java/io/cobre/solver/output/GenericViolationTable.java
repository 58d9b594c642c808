package io.cobre.solver.output;

import static io.cobre.solver.output.OutputColumn.id;
import static io.cobre.solver.output.OutputColumn.number;
import static io.cobre.solver.output.OutputColumn.optionalId;

import io.cobre.solver.lp.ColumnGroup;
import io.cobre.solver.study.GenericRow;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.Study;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The table {@code violations/generic}: rows of generic constraints that may be violated, whether they are or not.
 * The entity of a row is the index of the constraint's row in its stage.
 */
final class GenericViolationTable
{
    static final EntityTable TABLE = new EntityTable(
        OutputTable.of(
            "violations/generic",
            "violation of a generic constraint in a block",
            id("stage_id", "stage", (row) -> row.stage().id()),
            optionalId("block_id", "block from 0", (row) -> constraint(row).block()),
            id("constraint_id", "generic constraint", (row) -> constraint(row).constraint()),
            number(
                "slack_value", "unit of the constraint", "distance of the left side from what is allowed",
                (row) -> row.value(ColumnGroup.GENERIC_PLUS) + row.value(ColumnGroup.GENERIC_MINUS)),
            number(
                "slack_cost", "$", "cost of the violation",
                (row) -> row.cost(ColumnGroup.GENERIC_PLUS) + row.cost(ColumnGroup.GENERIC_MINUS))),
        false,
        GenericViolationTable::withSlack);

    private GenericViolationTable()
    {
    }

    private static int[] withSlack(final Study study, final Stage stage)
    {
        final List<GenericRow> rows = study.data().get(stage.index()).generic();
        return IntStream.range(0, rows.size()).filter((row) -> !Double.isNaN(rows.get(row).slackCost())).toArray();
    }

    private static GenericRow constraint(final OutcomeRow row)
    {
        return row.data().generic().get(row.entity());
    }
}
