package io.cobre.solver.study.input;

import io.cobre.solver.study.HeadPlane;
import io.cobre.solver.study.hydro.FitGrid;
import io.cobre.solver.study.hydro.PlaneFit;
import io.cobre.solver.study.hydro.ProductionFunction;
import io.cobre.solver.study.hydro.ReservoirGeometry;
import io.cobre.solver.study.hydro.Tailrace;
import java.util.List;

/**
 * Fits hyperplanes to the production function of a hydro, as its files describe it.
 */
final class PlaneFitter
{
    private final HydrosFile.Entry hydro;
    private final ProductionFunction function;

    PlaneFitter(final HydrosFile.Entry hydro, final List<HeadTables.Point> points)
    {
        this.hydro = hydro;
        final HydrosFile.Head head = hydro.head();
        function = new ProductionFunction(
            geometry(points), tailrace(head), head.lossFactor(), head.lossConstant(), head.efficiency());
    }

    static ReservoirGeometry geometry(final List<HeadTables.Point> points)
    {
        return new ReservoirGeometry(
            StudyAssembler.values(points, HeadTables.Point::volume),
            StudyAssembler.values(points, HeadTables.Point::height),
            StudyAssembler.values(points, HeadTables.Point::area));
    }

    /**
     * Fit.
     *
     * @param fitting grid and number of planes.
     * @return at least one plane, or none if the plant produces nothing anywhere.
     */
    List<HeadPlane> fit(final ProductionModelsFile.Fitting fitting)
    {
        final PlaneFit.Result fit = result(fitting);
        return fit.planes().stream()
            .map((plane) -> new HeadPlane(
                plane.constant() * fit.constancy(), plane.perVolume(), plane.perTurbined(), plane.perSpilled()))
            .toList();
    }

    /**
     * Fit, and tell how well that went.
     *
     * @param fitting grid and number of planes.
     * @return planes whose constants the factor does not yet reduce.
     */
    PlaneFit.Result result(final ProductionModelsFile.Fitting fitting)
    {
        return PlaneFit.fit(function, grid(fitting), fitting.maxPlanes());
    }

    /**
     * The volumes between which planes are fitted.
     *
     * @param fitting with a window or without.
     * @return least and greatest, hm3.
     */
    double[] volumes(final ProductionModelsFile.Fitting fitting)
    {
        final FitGrid grid = grid(fitting);
        return new double[]{
            StudyAssembler.or(grid.smallest(), function.smallestVolume()),
            StudyAssembler.or(grid.largest(), function.largestVolume())};
    }

    private FitGrid grid(final ProductionModelsFile.Fitting fitting)
    {
        double min = Double.NaN;
        double max = Double.NaN;
        if (fitting.window() != null)
        {
            final ProductionModelsFile.Window window = fitting.window();
            final double range = hydro.maxStorage() - hydro.minStorage();
            min = StudyAssembler.or(window.min(), hydro.minStorage() + window.minPercent() * range);
            max = StudyAssembler.or(window.max(), hydro.minStorage() + window.maxPercent() * range);
        }
        return new FitGrid(
            fitting.volumePoints(), fitting.turbinePoints(), fitting.spillagePoints(), min, max,
            hydro.generation().maxTurbined());
    }

    private static Tailrace tailrace(final HydrosFile.Head head)
    {
        if (head.points() != null)
        {
            return Tailrace.piecewise(
                StudyAssembler.values(head.points(), (point) -> point[0]),
                StudyAssembler.values(head.points(), (point) -> point[1]));
        }
        return head.polynomial() == null ? Tailrace.none() : Tailrace.polynomial(head.polynomial());
    }
}
