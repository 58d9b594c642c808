package io.cobre.solver.lp;

import io.cobre.solver.study.GenericRow;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.StageData;
import io.cobre.solver.study.Study;
import java.util.Locale;
import java.util.function.IntUnaryOperator;

/**
 * Names of the columns and rows of the LP of a stage, for people: the family, the id of the entity as in the files, and
 * what else tells the place: {@code s} segment, {@code p} hyperplane, {@code l} lag, {@code o} opening, {@code b}
 * block.
 */
final class LpNames
{
    private final Study study;
    private final StageData data;
    private final StageLayout layout;

    LpNames(final Study study, final Stage stage, final StageLayout layout)
    {
        this.study = study;
        this.data = study.data().get(stage.index());
        this.layout = layout;
    }

    String column(final int column)
    {
        final GroupMap.Member<ColumnGroup> member = layout.columnGroups().member(column);
        final int entity = member.entity();
        return name(member, switch (member.group())
        {
            case STORAGE, INFLOW, INCOMING, TURBINED, SPILLED, DIVERTED, INFLOW_SLACK, HEAD_GENERATION, EVAPORATION,
                EVAPORATION_BELOW, EVAPORATION_ABOVE, WITHDRAWAL_BELOW, WITHDRAWAL_ABOVE, OUTFLOW_BELOW,
                OUTFLOW_ABOVE, TURBINED_BELOW, GENERATION_BELOW, BLOCK_STORAGE, STORAGE_BELOW, FILLING_BELOW ->
                hydro(entity);
            case LAG -> lag(entity);
            case THERMAL -> "_" + study.thermals().get(entity).id();
            case LINE_DIRECT, LINE_REVERSE -> "_" + study.lines().get(entity).id();
            case DEFICIT -> part(
                entity, bus -> data.deficitCost()[bus].length, bus -> study.buses().get(bus).id(), "s");
            case EXCESS -> bus(entity);
            case NON_CONTROLLABLE -> "_" + study.sources().get(entity).id();
            case GENERIC_PLUS, GENERIC_MINUS -> constraint(entity);
            case CONTRACT -> "_" + study.contracts().get(entity).id();
            case PUMPED -> "_" + study.pumps().get(entity).id();
            case FUTURE_COST, TAIL_LEVEL -> "";
            case FUTURE_COST_PART, TAIL_EXCESS -> opening(entity);
        });
    }

    String row(final int row)
    {
        final GroupMap.Member<RowGroup> member = layout.rowGroups().member(row);
        final int entity = member.entity();
        return name(member, switch (member.group())
        {
            case STORAGE_FIXING, INFLOW, WATER_BALANCE, EVAPORATION, MIN_OUTFLOW, MAX_OUTFLOW, MIN_TURBINED,
                MIN_GENERATION, MIN_STORAGE, FILLING_TARGET -> hydro(entity);
            case LAG_FIXING -> lag(entity);
            case LOAD_BALANCE -> bus(entity);
            case HEAD_PLANE -> part(
                entity, hydro -> data.hydro().planes().get(hydro).size(), hydro -> study.hydros().get(hydro).id(),
                "p");
            case GENERIC -> constraint(entity);
            case FUTURE_COST -> "";
            case TAIL_EXCESS -> opening(entity);
        });
    }

    private static <G extends Enum<G>> String name(final GroupMap.Member<G> member, final String entity)
    {
        return member.group().name().toLowerCase(Locale.ROOT) + entity +
            (member.width() == 1 ? "" : "_b" + member.block());
    }

    private String hydro(final int hydro)
    {
        return "_" + study.hydros().get(hydro).id();
    }

    private String lag(final int place)
    {
        return hydro(place % layout.hydros()) + "_l" + place / layout.hydros();
    }

    private String bus(final int bus)
    {
        return "_" + study.buses().get(bus).id();
    }

    private String constraint(final int place)
    {
        final GenericRow row = data.generic().get(place);
        return "_" + row.constraint() + (layout.blocks() == 1 ? "" : "_b" + row.block());
    }

    private static String opening(final int opening)
    {
        return "_o" + opening;
    }

    private static String part(
        final int place, final IntUnaryOperator count, final IntUnaryOperator id, final String letter)
    {
        int entity = 0;
        int part = place;
        while (part >= count.applyAsInt(entity))
        {
            part -= count.applyAsInt(entity++);
        }
        return "_" + id.applyAsInt(entity) + "_" + letter + part;
    }
}
