package io.cobre.solver.lp;

import java.util.Arrays;
import java.util.stream.IntStream;

import io.cobre.solver.stochastic.NoiseLayout;
import io.cobre.solver.stochastic.NoiseMap;
import io.cobre.solver.study.EntityClass;

/**
 * Puts a noise vector into the LP: innovations in the inflow and water-balance rows, loads in the load rows of buses
 * with stochastic load, capacities of sources. What comes without noise stays as the template has it.
 */
final class NoisePatch
{
    private final StageLp lp;
    private final NoiseMap map;
    private final int dimension;
    private final int stage;
    private final int hydros;
    private final int[] waterHydro;
    private final double[] waterHm3;
    private final double[] withdrawal;
    private final double[] innovations;
    private final double[] loads;
    private final int[] loadBuses;
    private final int blocks;
    private final int[] rows;
    private final double[] scale;
    private final double[] bounds;
    private final SourcePatch sources;

    NoisePatch(final StageLp lp)
    {
        final NoiseLayout layout = lp.stochastic().layout();
        this.lp = lp;
        this.map = lp.stochastic().noiseMap();
        this.dimension = layout.dimension();
        this.stage = lp.stage().index();
        this.hydros = lp.layout().hydros();
        this.blocks = lp.layout().blocks();
        this.withdrawal = lp.data().hydro().withdrawal();
        this.innovations = new double[hydros];
        this.loads = new double[lp.study().buses().size()];
        this.loadBuses = new int[layout.count(EntityClass.LOAD)];
        Arrays.setAll(loadBuses, position -> layout.entity(EntityClass.LOAD, position));
        final int balances = lp.layout().balances();
        this.waterHydro = IntStream.range(0, hydros)
            .filter(lp.data().reservoirs()::present)
            .flatMap(hydro -> IntStream.generate(() -> hydro).limit(balances))
            .toArray();
        this.waterHm3 = new double[waterHydro.length];
        Arrays.setAll(waterHm3, index -> WaterRows.hm3(lp.stage(), index % balances));
        this.rows = rows();
        this.scale = new double[rows.length];
        Arrays.setAll(scale, index -> lp.scaling().row()[rows[index]]);
        this.bounds = new double[rows.length];
        this.sources = new SourcePatch(lp);
    }

    private int[] rows()
    {
        final int[] places = new int[hydros + waterHydro.length + loadBuses.length * blocks];
        for (int hydro = 0; hydro < hydros; hydro++)
        {
            places[hydro] = lp.layout().row(RowGroup.INFLOW, hydro);
        }
        int next = hydros;
        for (int index = 0; index < waterHydro.length; index++)
        {
            places[next++] =
                lp.layout().row(RowGroup.WATER_BALANCE, waterHydro[index], index % lp.layout().balances());
        }
        for (final int bus : loadBuses)
        {
            for (int block = 0; block < blocks; block++)
            {
                places[next++] = lp.layout().row(RowGroup.LOAD_BALANCE, bus, block);
            }
        }
        return places;
    }

    int dimension()
    {
        return dimension;
    }

    void apply(final LpSolver solver, final double[] state, final double[] noise)
    {
        map.inflow(stage, state, hydros, noise, innovations);
        for (int hydro = 0; hydro < hydros; hydro++)
        {
            bounds[hydro] = innovations[hydro] * scale[hydro];
        }
        for (int index = 0; index < waterHydro.length; index++)
        {
            final int hydro = waterHydro[index];
            bounds[hydros + index] =
                waterHm3[index] * (innovations[hydro] - withdrawal[hydro]) * scale[hydros + index];
        }
        if (loadBuses.length > 0)
        {
            loads(noise);
        }
        solver.rowBounds(rows.length, rows, bounds, bounds);
        sources.apply(solver, noise);
    }

    private void loads(final double[] noise)
    {
        map.load(stage, noise, loads);
        int next = hydros + waterHydro.length;
        for (final int bus : loadBuses)
        {
            for (int block = 0; block < blocks; block++)
            {
                bounds[next] = loads[bus] * lp.data().loadFactor()[bus][block] * scale[next];
                next++;
            }
        }
    }
}
