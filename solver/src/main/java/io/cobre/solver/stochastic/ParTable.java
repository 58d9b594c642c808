package io.cobre.solver.stochastic;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import io.cobre.solver.study.AnnualComponent;
import io.cobre.solver.study.InflowCoefficients;
import io.cobre.solver.study.InflowData;
import io.cobre.solver.study.InflowStatistics;

/**
 * Inflow models by hydro index and stage id, pre-study stages included.
 */
final class ParTable
{
    private final Map<Integer, TreeMap<Integer, ParRow>> rows = new HashMap<>();

    /** Join of the three files. */
    static ParTable of(final InflowData data)
    {
        final Map<Long, InflowCoefficients> coefficients = new HashMap<>();
        data.coefficients().forEach(row -> coefficients.put(key(row.hydro(), row.stageId()), row));
        final Map<Long, AnnualComponent> annual = new HashMap<>();
        data.annual().forEach(row -> annual.put(key(row.hydro(), row.stageId()), row));
        final ParTable table = new ParTable();
        for (final InflowStatistics row : data.statistics())
        {
            final long key = key(row.hydro(), row.stageId());
            final InflowCoefficients found = coefficients.get(key);
            table.put(row.hydro(), row.stageId(), new ParRow(
                row.mean(),
                row.std(),
                found == null ? new double[0] : found.coefficients(),
                found == null ? 1.0 : found.residualStdRatio(),
                annual.get(key)));
        }
        return table;
    }

    void put(final int hydro, final int stageId, final ParRow row)
    {
        rows.computeIfAbsent(hydro, h -> new TreeMap<>()).put(stageId, row);
    }

    /** Row of a stage, or null. */
    ParRow get(final int hydro, final int stageId)
    {
        final TreeMap<Integer, ParRow> ofHydro = rows.get(hydro);
        return ofHydro == null ? null : ofHydro.get(stageId);
    }

    /** Highest order of a hydro over all its rows. */
    int order(final int hydro)
    {
        final TreeMap<Integer, ParRow> ofHydro = rows.get(hydro);
        return ofHydro == null ? 0 : ofHydro.values().stream().mapToInt(ParRow::order).max().orElse(0);
    }

    private static long key(final int hydro, final int stageId)
    {
        return (long) hydro << 32 | stageId & 0xFFFF_FFFFL;
    }
}
