package io.cobre.solver.study.input;

import io.cobre.solver.study.ContractDetail;
import io.cobre.solver.study.PumpingDetail;
import io.cobre.solver.study.ReservoirDetail;
import io.cobre.solver.study.SourceDetail;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.StageData;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Parameters of one stage: base values of the entities, then what tables change in this stage.
 */
final class StageAssembler
{
    private final CaseFiles files;
    private final CaseIndex index;
    private final Stage stage;
    private final HydroAssembler hydros;
    private final GenericAssembler generic;

    StageAssembler(
        final CaseFiles files,
        final CaseIndex index,
        final HydroAssembler hydros,
        final GenericAssembler generic,
        final Stage stage)
    {
        this.files = files;
        this.index = index;
        this.stage = stage;
        this.hydros = hydros;
        this.generic = generic;
    }

    StageData data()
    {
        final double[][] direct = lines(LinesFile.Entry::direct, StageTable.DIRECT);
        final double[][] reverse = lines(LinesFile.Entry::reverse, StageTable.REVERSE);
        final List<HydroPenalties> penalties = hydros.penalties(stage);
        applyExchangeFactors(direct, reverse);
        final double[][] load = statistics(files.scenarios().load(), index.buses());
        final double[][] inflow = statistics(files.scenarios().inflow(), index.hydros());
        final ReservoirDetail reservoirs = hydros.reservoirs(stage);
        return new StageData(
            thermalLimits(ThermalsFile.Entry::min, StageTable.MIN_GENERATION),
            thermalLimits(ThermalsFile.Entry::max, StageTable.MAX_GENERATION),
            thermals(ThermalsFile.Entry::cost, StageTable.COST),
            direct,
            reverse,
            lineCosts(),
            deficit(DeficitSegment::depth),
            deficit(DeficitSegment::cost),
            excessCosts(),
            load[0],
            load[1],
            factors(files.scenarios().loadFactors(), index.buses()),
            hydros.limit(stage, HydrosFile.Entry::minStorage, StageTable.MIN_STORAGE, Phases.OPERATING, 0.0),
            hydros.limit(
                stage, HydrosFile.Entry::maxStorage, StageTable.MAX_STORAGE, Phases.PRESENT, Double.POSITIVE_INFINITY),
            hydros.limit(
                stage, (hydro) -> hydro.generation().maxTurbined(), StageTable.MAX_TURBINED, Phases.OPERATING, 0.0),
            hydros.limit(stage, (hydro) -> hydro.generation().maxGeneration(), StageTable.MAX_GENERATION),
            hydros.productivity(stage),
            hydros.limit(stage, HydrosFile.Entry::minOutflow, StageTable.MIN_OUTFLOW, Phases.PRESENT, 0.0),
            hydros.limit(
                stage, HydrosFile.Entry::maxOutflow, StageTable.MAX_OUTFLOW, Phases.PRESENT, Double.POSITIVE_INFINITY),
            HydroAssembler.costs(penalties, HydroPenalties.SPILLAGE),
            HydroAssembler.costs(penalties, HydroPenalties.OUTFLOW_BELOW),
            HydroAssembler.costs(penalties, HydroPenalties.OUTFLOW_ABOVE),
            inflow[0],
            inflow[1],
            hydros.detail(stage),
            sources(),
            generic.rows(stage),
            reservoirs,
            contracts(),
            pumping(reservoirs));
    }

    private double[][] thermals(final ToDoubleFunction<ThermalsFile.Entry> base, final String column)
    {
        final double[][] values = byBlock(StudyAssembler.values(index.thermals().sorted(), base));
        files.constraints().thermals().applyByBlock(stage.id(), column, index.thermals(), values);
        return values;
    }

    /** Limits of thermals, which are zero while a thermal does not exist. */
    private double[][] thermalLimits(final ToDoubleFunction<ThermalsFile.Entry> base, final String column)
    {
        final double[][] limits = thermals(base, column);
        for (int thermal = 0; thermal < limits.length; thermal++)
        {
            if (!index.thermals().sorted().get(thermal).life().contains(stage.id()))
            {
                Arrays.fill(limits[thermal], 0.0);
            }
        }
        return limits;
    }

    private double[][] lines(final ToDoubleFunction<LinesFile.Entry> base, final String column)
    {
        final double[] capacity = StudyAssembler.values(index.lines().sorted(), base);
        files.constraints().lines().apply(stage.id(), column, index.lines(), capacity);
        clearAbsent(index.lines().sorted(), LinesFile.Entry::life, capacity);
        return byBlock(capacity);
    }

    /** What does not exist in this stage has no capacity. */
    private <E> void clearAbsent(final List<E> entries, final Function<E, Life> life, final double[] values)
    {
        for (int entity = 0; entity < values.length; entity++)
        {
            if (!life.apply(entries.get(entity)).contains(stage.id()))
            {
                values[entity] = 0.0;
            }
        }
    }

    private ContractDetail contracts()
    {
        final List<ContractsFile.Entry> contracts = index.contracts().sorted();
        final double[] min = StudyAssembler.values(contracts, ContractsFile.Entry::min);
        final double[] max = StudyAssembler.values(contracts, ContractsFile.Entry::max);
        final double[] price = StudyAssembler.values(contracts, ContractsFile.Entry::price);
        final StageTable table = files.constraints().contracts();
        table.apply(stage.id(), StageTable.MIN_POWER, index.contracts(), min);
        table.apply(stage.id(), StageTable.MAX_POWER, index.contracts(), max);
        table.apply(stage.id(), StageTable.PRICE, index.contracts(), price);
        clearAbsent(contracts, ContractsFile.Entry::life, min);
        clearAbsent(contracts, ContractsFile.Entry::life, max);
        return new ContractDetail(min, max, price);
    }

    /** A station pumps while it and both of its reservoirs exist. */
    private PumpingDetail pumping(final ReservoirDetail reservoirs)
    {
        final List<PumpingFile.Entry> stations = index.pumps().sorted();
        final double[] min = StudyAssembler.values(stations, PumpingFile.Entry::min);
        final double[] max = StudyAssembler.values(stations, PumpingFile.Entry::max);
        files.constraints().pumping().apply(stage.id(), StageTable.MIN_FLOW, index.pumps(), min);
        files.constraints().pumping().apply(stage.id(), StageTable.MAX_FLOW, index.pumps(), max);
        for (int station = 0; station < max.length; station++)
        {
            final PumpingFile.Entry entry = stations.get(station);
            if (!entry.life().contains(stage.id()) ||
                !reservoirs.present(index.hydros().index(entry.sourceId())) ||
                !reservoirs.present(index.hydros().index(entry.destinationId())))
            {
                min[station] = 0.0;
                max[station] = 0.0;
            }
        }
        return new PumpingDetail(min, max);
    }

    private double[][] byBlock(final double[] values)
    {
        return Arrays.stream(values).mapToObj((value) -> filled(stage.blocks(), value)).toArray(double[][]::new);
    }

    private double[] lineCosts()
    {
        final double[] costs = StudyAssembler.values(
            index.lines().sorted(),
            (line) -> StudyAssembler.or(line.exchangeCost(), files.penalties().exchangeCost()));
        files.constraints().lineCosts().apply(stage.id(), StageTable.EXCHANGE_COST, index.lines(), costs);
        return costs;
    }

    private double[] excessCosts()
    {
        final double[] costs = filled(index.buses().size(), files.penalties().excessCost());
        files.constraints().busCosts().apply(stage.id(), StageTable.EXCESS_COST, index.buses(), costs);
        return costs;
    }

    private SourceDetail sources()
    {
        final List<SourcesFile.Entry> sources = index.sources().sorted();
        final boolean[] active = new boolean[sources.size()];
        for (int i = 0; i < active.length; i++)
        {
            active[i] = sources.get(i).life().contains(stage.id());
        }
        final double[] available = StudyAssembler.values(sources, SourcesFile.Entry::maxGeneration);
        files.constraints().sources().apply(stage.id(), StageTable.AVAILABLE, index.sources(), available);
        final double[] costs = StudyAssembler.values(
            sources, (source) -> StudyAssembler.or(source.curtailmentCost(), files.penalties().curtailmentCost()));
        files.constraints().sourceCosts().apply(stage.id(), StageTable.CURTAILMENT_COST, index.sources(), costs);
        return new SourceDetail(active, available, factors(files.scenarios().sourceFactors(), index.sources()), costs);
    }

    private void applyExchangeFactors(final double[][] direct, final double[][] reverse)
    {
        for (final BlockFactorsFile.Entry entry : files.constraints().exchangeFactors().entries())
        {
            if (entry.stageId() == stage.id())
            {
                final int line = index.lines().index(entry.entityId());
                for (final BlockFactorsFile.Factor factor : entry.factors())
                {
                    direct[line][factor.blockId()] *= factor.direct();
                    reverse[line][factor.blockId()] *= factor.reverse();
                }
            }
        }
    }

    private double[][] factors(final BlockFactorsFile file, final Ids<?> ids)
    {
        final double[][] factors = new double[ids.size()][];
        Arrays.setAll(factors, (entity) -> filled(stage.blocks(), 1.0));
        for (final BlockFactorsFile.Entry entry : file.entries())
        {
            if (entry.stageId() == stage.id())
            {
                final double[] row = factors[ids.index(entry.entityId())];
                entry.factors().forEach((factor) -> row[factor.blockId()] = factor.direct());
            }
        }
        return factors;
    }

    private double[][] deficit(final ToDoubleFunction<DeficitSegment> value)
    {
        return index.buses().sorted().stream()
            .map((bus) -> bus.deficit().isEmpty() ? files.penalties().deficit() : bus.deficit())
            .map((segments) -> StudyAssembler.values(segments, value))
            .toArray(double[][]::new);
    }

    private double[][] statistics(final StageStatistics table, final Ids<?> entities)
    {
        final double[][] result = new double[2][entities.size()];
        for (int row = 0; row < table.rows(); row++)
        {
            if (table.stageId()[row] == stage.id())
            {
                final int entity = entities.index(table.entityId()[row]);
                result[0][entity] = table.mean()[row];
                result[1][entity] = table.std()[row];
            }
        }
        return result;
    }

    private static double[] filled(final int length, final double value)
    {
        final double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }
}
