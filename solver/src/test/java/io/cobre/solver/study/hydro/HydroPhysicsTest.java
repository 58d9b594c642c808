package io.cobre.solver.study.hydro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.Test;

class HydroPhysicsTest
{
    private static final double[] VOLUMES = {0, 50, 100, 150, 200};
    private static final ReservoirGeometry GEOMETRY = new ReservoirGeometry(
        VOLUMES, new double[]{350, 370, 385, 395, 400}, new double[]{10, 30, 50, 65, 75});

    @Test
    void shouldInterpolateAndStayConstantBeyondTheEnds()
    {
        final Curve curve = GEOMETRY.level();
        assertEquals(360, curve.at(25));
        assertEquals(350, curve.at(-1));
        assertEquals(400, curve.at(500));
        assertEquals(0.3, curve.slope(50), 1e-15);
        assertEquals(0.1, curve.slope(200), 1e-15);
        assertEquals(0.4, curve.slope(-3), 1e-15);
    }

    @Test
    void shouldLineariseEvaporationAtTheReferenceVolume()
    {
        final ReservoirGeometry geometry =
            new ReservoirGeometry(new double[]{0, 100, 200}, new double[3], new double[]{0.5, 1.0, 1.5});
        final EvaporationLaw law = EvaporationLaw.tangent(geometry, 100, 100, 730);
        final double scale = 100 / (3.6 * 730);
        assertEquals(scale * 0.005, law.slope(), 1e-15);
        assertEquals(scale * 1.0, law.constant() + law.slope() * 100, 1e-15);
        assertEquals(scale * 0.5, law.constant(), 1e-15);
    }

    @Test
    void shouldKeepTheUnitsOfEvaporation()
    {
        // 36 mm in 10 hours from one km2 are 36 000 m3 in 36 000 s
        final ReservoirGeometry pan = new ReservoirGeometry(new double[]{0, 1}, new double[2], new double[]{1, 1});
        final EvaporationLaw law = EvaporationLaw.tangent(pan, 36, 0.5, 10);
        assertEquals(1.0, law.constant(), 1e-15);
        assertEquals(0.0, law.slope());
    }

    @Test
    void shouldHaveTangentsThatAgreeWithDifferences()
    {
        final ProductionFunction function = new ProductionFunction(
            GEOMETRY, Tailrace.polynomial(300, 0.02, 1e-4), 0.03, 1.5, 0.92);
        final double v = 120;
        final double q = 40;
        final double s = 10;
        final double step = 1e-4;
        final FittedPlane tangent = function.tangent(v, q, s);
        assertEquals(function.generation(v, q, s), tangent.at(v, q, s), 1e-12);
        assertEquals(
            (function.generation(v + step, q, s) - function.generation(v - step, q, s)) / 2 / step,
            tangent.perVolume(), 1e-8);
        assertEquals(
            (function.generation(v, q + step, s) - function.generation(v, q - step, s)) / 2 / step,
            tangent.perTurbined(), 1e-8);
        assertEquals(
            (function.generation(v, q, s + step) - function.generation(v, q, s - step)) / 2 / step,
            tangent.perSpilled(), 1e-8);
    }

    @Test
    void shouldFollowAPiecewiseTailrace()
    {
        final Tailrace tailrace = Tailrace.piecewise(new double[]{0, 100, 200}, new double[]{10, 12, 13});
        assertEquals(11, tailrace.level(50));
        assertEquals(0.02, tailrace.slope(50), 1e-15);
        assertEquals(0.01, tailrace.slope(100), 1e-15);
        assertEquals(0.0, tailrace.slope(200));
        assertEquals(13, tailrace.level(1000));
    }

    @Test
    void shouldFindTheKnownPlanes()
    {
        final ProductionFunction function =
            new ProductionFunction(GEOMETRY, Tailrace.polynomial(300), 0.03, 0.0, 0.92);
        final PlaneFit.Result fit = PlaneFit.fit(function, grid(50), 10);
        final List<FittedPlane> planes = fit.planes().stream()
            .sorted(Comparator.comparingDouble(FittedPlane::perTurbined)).toList();
        assertEquals(3, planes.size());
        assertPlane(0.0, 0.17508888, 0.4377222, planes.get(0));
        assertPlane(-0.13131666, 0.0008754444, 0.83167218, planes.get(1));
        assertPlane(-0.17508888, 0.0008754444, 0.8754444, planes.get(2));
        assertEquals(0.0246913580, fit.constancy(), 1e-10);
    }

    @Test
    void shouldReduceTheNumberOfPlanes()
    {
        final ProductionFunction function =
            new ProductionFunction(GEOMETRY, Tailrace.polynomial(300, 0.05), 0.03, 0.0, 0.92);
        final FitGrid grid = grid(200);
        final int all = PlaneFit.fit(function, grid, 1000).planes().size();
        final PlaneFit.Result fewer = PlaneFit.fit(function, grid, all - 2);
        assertTrue(all > 3, "planes: " + all);
        assertTrue(fewer.planes().size() <= all - 2, "planes: " + fewer.planes().size());
        assertTrue(fewer.constancy() > 0.0 && fewer.constancy() <= 1.0);
        for (final FittedPlane plane : fewer.planes())
        {
            assertTrue(plane.perVolume() >= 0.0);
            assertTrue(plane.perSpilled() <= 0.0);
        }
    }

    @Test
    void shouldHaveOnePlaneUnderConstantHead()
    {
        final ReservoirGeometry flat =
            new ReservoirGeometry(new double[]{0, 100}, new double[]{400, 400}, new double[2]);
        final PlaneFit.Result fit = PlaneFit.fit(
            new ProductionFunction(flat, Tailrace.polynomial(300), 0.0, 0.0, 1.0), grid(50), 10);
        assertEquals(1, fit.planes().size());
        assertEquals(0.981, fit.planes().get(0).perTurbined(), 1e-12);
        assertEquals(1.0, fit.constancy(), 1e-9);
    }

    private static void assertPlane(
        final double constant, final double perVolume, final double perTurbined, final FittedPlane plane)
    {
        assertEquals(constant, plane.constant(), 1e-8);
        assertEquals(perVolume, plane.perVolume(), 1e-8);
        assertEquals(perTurbined, plane.perTurbined(), 1e-7);
        assertEquals(0.0, plane.perSpilled(), 1e-12);
    }

    private static FitGrid grid(final double maxTurbined)
    {
        return new FitGrid(5, 5, 5, Double.NaN, Double.NaN, maxTurbined);
    }
}
