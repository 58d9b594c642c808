package io.cobre.solver.study.input;

import io.cobre.solver.study.Stage;
import io.cobre.solver.study.StageData;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Parameters of one stage: base values of the entities, then what tables change in this stage.
 */
final class StageAssembler
{
    private final CaseFiles files;
    private final CaseIndex index;
    private final Stage stage;
    private final List<HydroPenalties> penalties;

    StageAssembler(final CaseFiles files, final CaseIndex index, final Stage stage)
    {
        this.files = files;
        this.index = index;
        this.stage = stage;
        penalties = index.hydros().sorted().stream()
            .map((hydro) -> files.penalties().hydro().overriddenBy(hydro.penalties()))
            .toList();
    }

    StageData data()
    {
        final double[][] thermal = thermals();
        final double[][] direct = lines(LinesFile.Entry::direct);
        final double[][] reverse = lines(LinesFile.Entry::reverse);
        applyExchangeFactors(direct, reverse);
        final double[][] load = statistics(files.load(), index.buses());
        final double[][] inflow = statistics(files.inflow(), index.hydros());
        return new StageData(
            thermal[0],
            thermal[1],
            thermal[2],
            direct,
            reverse,
            StudyAssembler.values(
                index.lines().sorted(),
                (line) -> StudyAssembler.or(line.exchangeCost(), files.penalties().exchangeCost())),
            deficit(DeficitSegment::depth),
            deficit(DeficitSegment::cost),
            filled(index.buses().size(), files.penalties().excessCost()),
            load[0],
            load[1],
            loadFactors(),
            hydros(HydrosFile.Entry::minStorage),
            hydros(HydrosFile.Entry::maxStorage),
            hydros((hydro) -> hydro.generation().maxTurbined()),
            hydros((hydro) -> hydro.generation().maxGeneration()),
            hydros((hydro) -> hydro.generation().productivity()),
            hydros(HydrosFile.Entry::minOutflow),
            hydros(HydrosFile.Entry::maxOutflow),
            cost(HydroPenalties.SPILLAGE),
            cost(HydroPenalties.OUTFLOW_BELOW),
            cost(HydroPenalties.OUTFLOW_ABOVE),
            inflow[0],
            inflow[1]);
    }

    private double[][] thermals()
    {
        final List<ThermalsFile.Entry> thermals = index.thermals().sorted();
        final double[] min = StudyAssembler.values(thermals, ThermalsFile.Entry::min);
        final double[] max = StudyAssembler.values(thermals, ThermalsFile.Entry::max);
        final double[] cost = StudyAssembler.values(thermals, ThermalsFile.Entry::cost);
        final ThermalBounds bounds = files.thermalBounds();
        for (int row = 0; row < bounds.rows(); row++)
        {
            if (bounds.stageId()[row] == stage.id())
            {
                final int thermal = index.thermals().index(bounds.thermalId()[row]);
                min[thermal] = StudyAssembler.or(bounds.min()[row], min[thermal]);
                max[thermal] = StudyAssembler.or(bounds.max()[row], max[thermal]);
                cost[thermal] = StudyAssembler.or(bounds.cost()[row], cost[thermal]);
            }
        }
        return new double[][]{min, max, cost};
    }

    private double[][] lines(final ToDoubleFunction<LinesFile.Entry> capacity)
    {
        return index.lines().sorted().stream()
            .map((line) -> filled(stage.blocks(), capacity.applyAsDouble(line)))
            .toArray(double[][]::new);
    }

    private void applyExchangeFactors(final double[][] direct, final double[][] reverse)
    {
        for (final BlockFactorsFile.Entry entry : files.exchangeFactors().entries())
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

    private double[][] loadFactors()
    {
        final double[][] factors = new double[index.buses().size()][];
        Arrays.setAll(factors, (bus) -> filled(stage.blocks(), 1.0));
        for (final BlockFactorsFile.Entry entry : files.loadFactors().entries())
        {
            if (entry.stageId() == stage.id())
            {
                final double[] row = factors[index.buses().index(entry.entityId())];
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

    private double[] hydros(final ToDoubleFunction<HydrosFile.Entry> value)
    {
        return StudyAssembler.values(index.hydros().sorted(), value);
    }

    private double[] cost(final String name)
    {
        return StudyAssembler.values(penalties, (costs) -> costs.cost(name));
    }

    private static double[] filled(final int length, final double value)
    {
        final double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }
}
