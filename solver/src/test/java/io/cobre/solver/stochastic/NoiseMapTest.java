package io.cobre.solver.stochastic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.cobre.solver.study.AvailabilityStatistics;
import io.cobre.solver.study.Correlation;
import io.cobre.solver.study.EntityClass;
import io.cobre.solver.study.InflowNonNegativity;
import io.cobre.solver.study.ScenarioData;

class NoiseMapTest
{
    private static final double[][] LOAD_MEAN = {{100, 200, 300}};
    private static final double[][] LOAD_STD = {{0, 20, 0}};
    private static final List<AvailabilityStatistics> AVAILABILITY =
        List.of(new AvailabilityStatistics(2, 0, 0.5, 0.25));

    private final NoiseLayout layout = NoiseLayout.of(2, LOAD_STD, AVAILABILITY);
    private final InflowModel inflow = new InflowModel(
        new double[][]{{10, 20}}, new double[][]{{4, 0}}, new double[][]{{0.5, 0}}, new int[]{1, 0}, 1);

    @Test
    void shouldLayOutHydrosThenLoadsThenSources()
    {
        assertEquals(4, layout.dimension());
        assertEquals(2, layout.first(EntityClass.LOAD));
        assertEquals(1, layout.entity(EntityClass.LOAD, 0));
        assertEquals(3, layout.place(EntityClass.NCS, 2));
        assertEquals(-1, layout.place(EntityClass.LOAD, 0));
    }

    @Test
    void shouldAddNoiseToTheBase()
    {
        final double[] innovation = new double[2];
        map(InflowNonNegativity.NONE).inflow(0, new double[]{2, 0}, 0, new double[]{-10, 3, 0, 0}, innovation);
        assertArrayEquals(new double[]{10 - 40, 20}, innovation);
    }

    @Test
    void shouldTruncateToExactlyNoInflow()
    {
        final double[] innovation = new double[2];
        final NoiseMap map = map(InflowNonNegativity.TRUNCATION);
        map.inflow(0, new double[]{2, 0}, 0, new double[]{-10, 3, 0, 0}, innovation);
        assertArrayEquals(new double[]{10 - 11, 20}, innovation, 1e-12);
        map.inflow(0, new double[]{2, 0}, 0, new double[]{-2, 3, 0, 0}, innovation);
        assertArrayEquals(new double[]{10 - 8, 20}, innovation, 1e-12);
    }

    @Test
    void shouldKeepLoadsFromBeingNegative()
    {
        final double[] load = new double[3];
        map(InflowNonNegativity.NONE).load(0, new double[]{0, 0, -1.5, 0}, load);
        assertArrayEquals(new double[]{100, 170, 300}, load);
        map(InflowNonNegativity.NONE).load(0, new double[]{0, 0, -15, 0}, load);
        assertArrayEquals(new double[]{100, 0, 300}, load);
    }

    @Test
    void shouldKeepAvailabilityBetweenNoneAndAll()
    {
        final double[] share = {7, 7, 7};
        map(InflowNonNegativity.NONE).availability(0, new double[]{0, 0, 0, 1}, share);
        assertArrayEquals(new double[]{7, 7, 0.75}, share);
        map(InflowNonNegativity.NONE).availability(0, new double[]{0, 0, 0, 9}, share);
        assertEquals(1.0, share[2]);
        map(InflowNonNegativity.NONE).availability(0, new double[]{0, 0, 0, -9}, share);
        assertEquals(0.0, share[2]);
    }

    private NoiseMap map(final InflowNonNegativity method)
    {
        final ScenarioData none = ScenarioData.none();
        final ScenarioData scenarios = new ScenarioData(
            none.calendar(), none.inflow(), AVAILABILITY, List.of(), List.of(), List.of(), null, Correlation.none(),
            List.of(), none.training(), none.simulation(), none.estimation(), method);
        return new NoiseMap(LOAD_MEAN, LOAD_STD, scenarios, inflow, layout);
    }
}
