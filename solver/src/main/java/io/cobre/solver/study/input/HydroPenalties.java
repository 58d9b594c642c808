package io.cobre.solver.study.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Costs of a hydro plant by name, of which a level of the cascade (all plants, one plant, one plant in one stage)
 * gives some and takes the rest from the level above.
 */
final class HydroPenalties
{
    static final String SPILLAGE = "spillage_cost";
    static final String FPHA_TURBINED = "fpha_turbined_cost";
    static final String DIVERSION = "diversion_cost";
    static final String STORAGE_BELOW = "storage_violation_below_cost";
    static final String FILLING_TARGET = "filling_target_violation_cost";
    static final String TURBINED_BELOW = "turbined_violation_below_cost";
    static final String OUTFLOW_BELOW = "outflow_violation_below_cost";
    static final String OUTFLOW_ABOVE = "outflow_violation_above_cost";
    static final String GENERATION_BELOW = "generation_violation_below_cost";
    static final String EVAPORATION = "evaporation_violation_cost";
    static final String WITHDRAWAL = "water_withdrawal_violation_cost";
    static final String EVAPORATION_POS = "evaporation_violation_pos_cost";
    static final String EVAPORATION_NEG = "evaporation_violation_neg_cost";
    static final String WITHDRAWAL_POS = "water_withdrawal_violation_pos_cost";
    static final String WITHDRAWAL_NEG = "water_withdrawal_violation_neg_cost";
    static final String INFLOW_NONNEGATIVITY = "inflow_nonnegativity_cost";

    private static final String[] BASIC = {
        SPILLAGE,
        DIVERSION,
        STORAGE_BELOW,
        FILLING_TARGET,
        TURBINED_BELOW,
        OUTFLOW_BELOW,
        OUTFLOW_ABOVE,
        GENERATION_BELOW,
        EVAPORATION,
        WITHDRAWAL};
    private static final String[] DIRECTIONAL = {EVAPORATION_POS, EVAPORATION_NEG, WITHDRAWAL_POS, WITHDRAWAL_NEG};
    private static final double DEFAULT_INFLOW_NONNEGATIVITY = 1000.0;

    private final Map<String, Double> costs;

    private HydroPenalties(final Map<String, Double> costs)
    {
        this.costs = costs;
    }

    /**
     * The level of penalties.json: everything has a value.
     *
     * @param object its {@code hydro} object.
     * @return all costs.
     */
    static HydroPenalties readGlobal(final JsonObject object)
    {
        final Map<String, Double> costs = new LinkedHashMap<>();
        for (final String name : BASIC)
        {
            costs.put(name, object.number(name, Range.POSITIVE).required());
        }
        costs.put(FPHA_TURBINED, object.number(FPHA_TURBINED, Range.NOT_NEGATIVE).required());
        for (final String name : DIRECTIONAL)
        {
            costs.put(name, object.number(name, Range.POSITIVE).orElse(costs.get(symmetric(name))));
        }
        costs.put(
            INFLOW_NONNEGATIVITY,
            object.number(INFLOW_NONNEGATIVITY, Range.POSITIVE).orElse(DEFAULT_INFLOW_NONNEGATIVITY));
        return new HydroPenalties(costs);
    }

    /**
     * The level of one plant in hydros.json: what is given there.
     *
     * @param object its {@code penalties} object.
     * @return some costs; a symmetric one stands for both directions.
     */
    static HydroPenalties readEntity(final JsonObject object)
    {
        final Map<String, Double> costs = new LinkedHashMap<>();
        for (final String name : BASIC)
        {
            put(costs, name, object.number(name, Range.POSITIVE).orElse(null));
        }
        put(costs, FPHA_TURBINED, object.number(FPHA_TURBINED, Range.NOT_NEGATIVE).orElse(null));
        for (final String name : DIRECTIONAL)
        {
            put(costs, name, costs.get(symmetric(name)));
        }
        put(costs, INFLOW_NONNEGATIVITY, object.number(INFLOW_NONNEGATIVITY, Range.POSITIVE).orElse(null));
        return new HydroPenalties(costs);
    }

    /**
     * Names of all costs.
     *
     * @return a new array.
     */
    static String[] names()
    {
        final List<String> names = new ArrayList<>(List.of(BASIC));
        names.add(FPHA_TURBINED);
        names.addAll(List.of(DIRECTIONAL));
        names.add(INFLOW_NONNEGATIVITY);
        return names.toArray(String[]::new);
    }

    /**
     * The level of one plant in one stage.
     *
     * @param table of costs by plant and stage.
     * @param row   of the table.
     * @return the costs given there; a symmetric one stands for both directions.
     */
    static HydroPenalties of(final StageTable table, final int row)
    {
        final Map<String, Double> costs = new LinkedHashMap<>();
        for (final String name : names())
        {
            final double value = table.values().get(name)[row];
            put(costs, name, Double.isNaN(value) ? costs.get(symmetric(name)) : Double.valueOf(value));
        }
        return new HydroPenalties(costs);
    }

    /**
     * Costs with some replaced.
     *
     * @param lower the level below, or null.
     * @return all costs.
     */
    HydroPenalties overriddenBy(final HydroPenalties lower)
    {
        if (lower == null)
        {
            return this;
        }
        final Map<String, Double> merged = new LinkedHashMap<>(costs);
        merged.putAll(lower.costs);
        return new HydroPenalties(merged);
    }

    /**
     * A cost.
     *
     * @param name one of the constants.
     * @return $ per unit and hour.
     */
    double cost(final String name)
    {
        return costs.get(name);
    }

    private static String symmetric(final String name)
    {
        return name.replace("_pos_", "_").replace("_neg_", "_");
    }

    private static void put(final Map<String, Double> costs, final String name, final Double value)
    {
        if (value != null)
        {
            costs.put(name, value);
        }
    }
}
