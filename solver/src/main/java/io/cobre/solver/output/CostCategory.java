package io.cobre.solver.output;

import io.cobre.solver.lp.ColumnGroup;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Kinds of cost, in the order of the columns of the table {@code costs}. Every family of variables of the LP is in
 * one of them or costs nothing, so that they sum to the cost of the stage.
 */
enum CostCategory
{
    THERMAL("thermal_cost", "generation of thermals"),
    CONTRACT("contract_cost", "energy contracts"),
    DEFICIT("deficit_cost", "load that is not served"),
    EXCESS("excess_cost", "energy beyond the load"),
    STORAGE_VIOLATION("storage_violation_cost", "storage below its minimum"),
    FILLING_TARGET("filling_target_cost", "reservoirs that are not filled in time"),
    OUTFLOW_BELOW("outflow_violation_below_cost", "outflow below its minimum"),
    OUTFLOW_ABOVE("outflow_violation_above_cost", "outflow above its maximum"),
    TURBINED("turbined_violation_cost", "turbined flow below its minimum"),
    GENERATION("generation_violation_cost", "generation of hydros below its minimum"),
    EVAPORATION("evaporation_violation_cost", "evaporation off its law"),
    WITHDRAWAL("withdrawal_violation_cost", "withdrawal of water not met or exceeded"),
    INFLOW("inflow_penalty_cost", "inflow made from nothing"),
    GENERIC("generic_violation_cost", "generic constraints that do not hold"),
    SPILLAGE("spillage_cost", "spilled water"),
    HEAD_TURBINED("fpha_turbined_cost", "flow turbined by hydros with hyperplanes"),
    CURTAILMENT("curtailment_cost", "minus the value of what non-controllable sources generate"),
    EXCHANGE("exchange_cost", "flow on lines"),
    PUMPING("pumping_cost", "pumping"),
    DIVERSION("diversion_cost", "diverted water");

    /** What {@code hydro_violation_cost} sums. */
    static final Set<CostCategory> HYDRO_VIOLATIONS = EnumSet.range(OUTFLOW_BELOW, WITHDRAWAL);

    private final String column;
    private final String meaning;
    private ColumnGroup[] groups;

    CostCategory(final String column, final String meaning)
    {
        this.column = column;
        this.meaning = meaning;
    }

    static
    {
        for (final CostCategory category : values())
        {
            category.groups = Arrays.stream(ColumnGroup.values())
                .filter((group) -> of(group) == category)
                .toArray(ColumnGroup[]::new);
        }
    }

    /**
     * The category of a family of variables; null for those without cost and for the future cost.
     */
    static CostCategory of(final ColumnGroup group)
    {
        return switch (group)
        {
            case STORAGE, LAG, INFLOW, INCOMING, FUTURE_COST, HEAD_GENERATION, BLOCK_STORAGE, FUTURE_COST_PART,
                TAIL_LEVEL, TAIL_EXCESS -> null;
            case TURBINED -> HEAD_TURBINED;
            case SPILLED -> SPILLAGE;
            case DIVERTED -> DIVERSION;
            case THERMAL -> THERMAL;
            case LINE_DIRECT, LINE_REVERSE -> EXCHANGE;
            case DEFICIT -> DEFICIT;
            case EXCESS -> EXCESS;
            case INFLOW_SLACK -> INFLOW;
            case EVAPORATION, EVAPORATION_BELOW, EVAPORATION_ABOVE -> EVAPORATION;
            case WITHDRAWAL_BELOW, WITHDRAWAL_ABOVE -> WITHDRAWAL;
            case OUTFLOW_BELOW -> OUTFLOW_BELOW;
            case OUTFLOW_ABOVE -> OUTFLOW_ABOVE;
            case TURBINED_BELOW -> TURBINED;
            case GENERATION_BELOW -> GENERATION;
            case NON_CONTROLLABLE -> CURTAILMENT;
            case GENERIC_PLUS, GENERIC_MINUS -> GENERIC;
            case STORAGE_BELOW -> STORAGE_VIOLATION;
            case FILLING_BELOW -> FILLING_TARGET;
            case CONTRACT -> CONTRACT;
            case PUMPED -> PUMPING;
        };
    }

    String column()
    {
        return column;
    }

    String meaning()
    {
        return meaning;
    }

    ColumnGroup[] groups()
    {
        return groups;
    }
}
