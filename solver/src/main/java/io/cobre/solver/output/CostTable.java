package io.cobre.solver.output;

import static io.cobre.solver.output.OutputColumn.id;
import static io.cobre.solver.output.OutputColumn.number;
import static io.cobre.solver.output.OutputColumn.optionalId;

import io.cobre.solver.lp.ColumnGroup;
import java.util.ArrayList;
import java.util.List;

/**
 * The table {@code costs}.
 */
final class CostTable
{
    static final EntityTable TABLE = new EntityTable(
        new OutputTable<>("costs", "cost of a stage, not discounted to the beginning", columns()),
        false,
        (study, stage) -> EntityTable.first(1));

    private CostTable()
    {
    }

    private static List<OutputColumn<OutcomeRow>> columns()
    {
        final List<OutputColumn<OutcomeRow>> columns = new ArrayList<>();
        columns.add(id("stage_id", "stage", (row) -> row.stage().id()));
        columns.add(optionalId("block_id", "always missing: costs are by stage", OutcomeRow::block));
        columns.add(number(
            "total_cost", "$", "immediate and future cost",
            (row) -> row.outcome().stageCost() + row.outcome().futureCost()));
        columns.add(number("immediate_cost", "$", "sum of all categories", (row) -> row.outcome().stageCost()));
        columns.add(number(
            "future_cost", "$", "cost after the stage as the policy sees it, discounted to the stage",
            (row) -> row.outcome().futureCost()));
        columns.add(number(
            "discount_factor", "", "brings the cost of the stage to the beginning of the study",
            (row) -> row.outcome().discount()));
        for (final CostCategory category : CostCategory.values())
        {
            if (CostCategory.OUTFLOW_BELOW == category)
            {
                columns.add(number(
                    "hydro_violation_cost", "$", "sum of the violations of outflow, turbined flow, generation, " +
                    "evaporation and withdrawal", CostTable::violations));
            }
            columns.add(number(category.column(), "$", category.meaning(), (row) -> cost(row, category)));
        }
        return columns;
    }

    private static double cost(final OutcomeRow row, final CostCategory category)
    {
        double sum = 0.0;
        for (final ColumnGroup group : category.groups())
        {
            sum += row.solution().cost(group);
        }
        return sum;
    }

    private static double violations(final OutcomeRow row)
    {
        double sum = 0.0;
        for (final CostCategory category : CostCategory.HYDRO_VIOLATIONS)
        {
            sum += cost(row, category);
        }
        return sum;
    }
}
