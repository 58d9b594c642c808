package io.cobre.solver.output;

import io.cobre.solver.lp.ColumnGroup;
import io.cobre.solver.parquet.ColumnType;
import io.cobre.solver.parquet.ParquetTables;
import io.cobre.solver.parquet.TableColumn;
import io.cobre.solver.simulate.SimulationListener;
import io.cobre.solver.simulate.StageOutcome;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The tables {@code simulation/costs/scenario_id=NNNN/data.parquet}: one row a stage, costs in $ and undiscounted.
 */
public final class CostTables implements SimulationListener
{
    private static final Map<String, List<ColumnGroup>> PARTS = parts();

    private final Path folder;
    private Columns columns = new Columns();

    /**
     * Tables of the scenarios of one rank.
     *
     * @param folder of the simulation.
     */
    public CostTables(final Path folder)
    {
        this.folder = folder;
    }

    /**
     * Tables, or nothing.
     *
     * @param folder of the simulation, or null.
     * @return hears nothing if there is no folder.
     */
    public static SimulationListener into(final Path folder)
    {
        return folder == null ? SimulationListener.NONE : new CostTables(folder);
    }

    @Override
    public void stage(final StageOutcome outcome)
    {
        columns.add(outcome);
    }

    @Override
    public void scenario(final int scenario, final double dollars)
    {
        columns.table.write(
            folder.resolve(String.format(Locale.ROOT, "costs/scenario_id=%04d/data.parquet", scenario)));
        columns = new Columns();
    }

    private static Map<String, List<ColumnGroup>> parts()
    {
        final Map<String, List<ColumnGroup>> parts = new LinkedHashMap<>();
        parts.put("thermal_cost", List.of(ColumnGroup.THERMAL));
        parts.put("contract_cost", List.of(ColumnGroup.CONTRACT));
        parts.put("deficit_cost", List.of(ColumnGroup.DEFICIT));
        parts.put("excess_cost", List.of(ColumnGroup.EXCESS));
        parts.put("storage_violation_cost", List.of(ColumnGroup.STORAGE_BELOW));
        parts.put("filling_target_cost", List.of(ColumnGroup.FILLING_BELOW));
        parts.put("hydro_violation_cost", List.of(
            ColumnGroup.OUTFLOW_BELOW, ColumnGroup.OUTFLOW_ABOVE, ColumnGroup.TURBINED_BELOW,
            ColumnGroup.GENERATION_BELOW, ColumnGroup.EVAPORATION_BELOW, ColumnGroup.EVAPORATION_ABOVE,
            ColumnGroup.WITHDRAWAL_BELOW, ColumnGroup.WITHDRAWAL_ABOVE));
        parts.put("outflow_violation_below_cost", List.of(ColumnGroup.OUTFLOW_BELOW));
        parts.put("outflow_violation_above_cost", List.of(ColumnGroup.OUTFLOW_ABOVE));
        parts.put("turbined_violation_cost", List.of(ColumnGroup.TURBINED_BELOW));
        parts.put("generation_violation_cost", List.of(ColumnGroup.GENERATION_BELOW));
        parts.put(
            "evaporation_violation_cost", List.of(ColumnGroup.EVAPORATION_BELOW, ColumnGroup.EVAPORATION_ABOVE));
        parts.put("withdrawal_violation_cost", List.of(ColumnGroup.WITHDRAWAL_BELOW, ColumnGroup.WITHDRAWAL_ABOVE));
        parts.put("inflow_penalty_cost", List.of(ColumnGroup.INFLOW_SLACK));
        parts.put("generic_violation_cost", List.of(ColumnGroup.GENERIC_PLUS, ColumnGroup.GENERIC_MINUS));
        parts.put("spillage_cost", List.of(ColumnGroup.SPILLED));
        parts.put("fpha_turbined_cost", List.of());
        parts.put("curtailment_cost", List.of(ColumnGroup.NON_CONTROLLABLE));
        parts.put("exchange_cost", List.of(ColumnGroup.LINE_DIRECT, ColumnGroup.LINE_REVERSE));
        parts.put("pumping_cost", List.of());
        return parts;
    }

    private static final class Columns
    {
        private final ParquetTables table = new ParquetTables();
        private final TableColumn stageId = table.required("stage_id", ColumnType.INT32);
        private final TableColumn blockId = table.optional("block_id", ColumnType.INT32);
        private final TableColumn totalCost = table.required("total_cost", ColumnType.DOUBLE);
        private final TableColumn immediateCost = table.required("immediate_cost", ColumnType.DOUBLE);
        private final TableColumn futureCost = table.required("future_cost", ColumnType.DOUBLE);
        private final TableColumn discountFactor = table.required("discount_factor", ColumnType.DOUBLE);
        private final Map<String, TableColumn> parts = new LinkedHashMap<>();

        private Columns()
        {
            PARTS.keySet().forEach((name) -> parts.put(name, table.required(name, ColumnType.DOUBLE)));
        }

        private void add(final StageOutcome outcome)
        {
            stageId.add(outcome.lp().stage().id());
            blockId.addNull();
            totalCost.add(outcome.stageCost() + outcome.futureCost());
            immediateCost.add(outcome.stageCost());
            futureCost.add(outcome.futureCost());
            discountFactor.add(outcome.discount());
            parts.forEach((name, column) ->
            {
                double sum = 0.0;
                for (final ColumnGroup group : PARTS.get(name))
                {
                    sum += outcome.lp().cost(group, outcome.primal());
                }
                column.add(sum);
            });
        }
    }
}
