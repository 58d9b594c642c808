package io.cobre.solver.study.input;

import io.cobre.solver.study.HeadPlane;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits hyperplanes to the production function of a hydro: tangents on a grid of storage, turbined and spilled flow,
 * without those that are nowhere the highest, the constants scaled so that the highest plane is not above production
 * anywhere on the grid.
 */
final class PlaneFitter
{
    /** MW per m3/s and m of head. */
    private static final double GRAVITY = 0.00981;
    private static final double TOLERANCE = 1e-8;
    private static final double LEAST_TURBINED_SHARE = 0.01;
    private static final double MOST_SPILLED_SHARE = 0.5;

    private final HydrosFile.Entry hydro;
    private final HydrosFile.Head head;
    private final Curve height;
    private final Curve tailrace;
    private final List<double[]> grid = new ArrayList<>();
    private final List<Double> production = new ArrayList<>();

    PlaneFitter(final HydrosFile.Entry hydro, final List<HeadTables.Point> geometry)
    {
        this.hydro = hydro;
        head = hydro.head();
        height = height(geometry);
        tailrace = head.points() == null ? null : new Curve(
            StudyAssembler.values(head.points(), (point) -> point[0]),
            StudyAssembler.values(head.points(), (point) -> point[1]));
    }

    static Curve height(final List<HeadTables.Point> geometry)
    {
        return new Curve(
            StudyAssembler.values(geometry, HeadTables.Point::volume),
            StudyAssembler.values(geometry, HeadTables.Point::height));
    }

    /**
     * Fit.
     *
     * @param fitting grid and number of planes.
     * @return at least one plane, or none if the plant produces nothing anywhere.
     */
    List<HeadPlane> fit(final ProductionModelsFile.Fitting fitting)
    {
        makeGrid(fitting);
        final List<double[]> planes = withoutRedundant(tangents());
        while (planes.size() > fitting.maxPlanes() && removeOne(planes))
        {
            continue;
        }
        final double kappa = scale(planes);
        return planes.stream().map((plane) -> new HeadPlane(plane[0] * kappa, plane[1], plane[2], plane[3])).toList();
    }

    private void makeGrid(final ProductionModelsFile.Fitting fitting)
    {
        final double[] volumes = volumes(fitting);
        final double most = hydro.generation().maxTurbined();
        final double[] flows = span(Math.max(1.0, LEAST_TURBINED_SHARE * most), most, fitting.turbinePoints());
        final double[] spills = span(0.0, MOST_SPILLED_SHARE * most, fitting.spillagePoints());
        for (final double volume : volumes)
        {
            for (final double flow : flows)
            {
                for (final double spill : spills)
                {
                    grid.add(new double[]{volume, flow, spill});
                    production.add(production(volume, flow, spill));
                }
            }
        }
    }

    private double[] volumes(final ProductionModelsFile.Fitting fitting)
    {
        double min = height.first();
        double max = height.last();
        if (fitting.window() != null)
        {
            final ProductionModelsFile.Window window = fitting.window();
            final double range = hydro.maxStorage() - hydro.minStorage();
            min = StudyAssembler.or(
                window.min(), StudyAssembler.or(hydro.minStorage() + window.minPercent() * range, min));
            max = StudyAssembler.or(
                window.max(), StudyAssembler.or(hydro.minStorage() + window.maxPercent() * range, max));
        }
        return span(min, max, fitting.volumePoints());
    }

    private static double[] span(final double from, final double to, final int points)
    {
        final double[] values = new double[points];
        for (int i = 0; i < points; i++)
        {
            values[i] = points == 1 ? from : from + (to - from) * i / (points - 1);
        }
        return values;
    }

    private double production(final double volume, final double flow, final double spill)
    {
        return GRAVITY * head.efficiency() * flow * Math.max(0.0, netHead(volume, flow + spill));
    }

    private double netHead(final double volume, final double outflow)
    {
        return (1.0 - head.lossFactor()) * (height.value(volume) - tail(outflow)) - head.lossConstant();
    }

    private double tail(final double outflow)
    {
        if (tailrace != null)
        {
            return tailrace.value(outflow);
        }
        double value = 0.0;
        for (int i = powers() - 1; i >= 0; i--)
        {
            value = value * outflow + head.polynomial()[i];
        }
        return value;
    }

    private double tailSlope(final double outflow)
    {
        if (tailrace != null)
        {
            final boolean inside = outflow >= tailrace.first() && outflow < tailrace.last();
            return inside ? tailrace.slope(outflow) : 0.0;
        }
        double value = 0.0;
        for (int i = powers() - 1; i >= 1; i--)
        {
            value = value * outflow + i * head.polynomial()[i];
        }
        return value;
    }

    private int powers()
    {
        return head.polynomial() == null ? 0 : head.polynomial().length;
    }

    private List<double[]> tangents()
    {
        final List<double[]> planes = new ArrayList<>();
        final double factor = GRAVITY * head.efficiency();
        for (int i = 0; i < grid.size(); i++)
        {
            final double[] point = grid.get(i);
            final double value = production.get(i);
            if (point[1] > 0 && value > 0)
            {
                final double outflow = point[1] + point[2];
                final double perTail = -factor * point[1] * (1.0 - head.lossFactor()) * tailSlope(outflow);
                final double perVolume = factor * point[1] * (1.0 - head.lossFactor()) * height.slope(point[0]);
                final double perFlow = factor * netHead(point[0], outflow) + perTail;
                planes.add(new double[]{
                    value - perVolume * point[0] - perFlow * point[1] - perTail * point[2],
                    perVolume,
                    perFlow,
                    perTail});
            }
        }
        return planes;
    }

    private List<double[]> withoutRedundant(final List<double[]> planes)
    {
        final double[] highest = envelope(planes, -1);
        final List<double[]> kept = new ArrayList<>();
        for (final double[] plane : planes)
        {
            if (touches(plane, highest) && kept.stream().noneMatch((other) -> same(other, plane)))
            {
                kept.add(plane);
            }
        }
        return kept;
    }

    private boolean touches(final double[] plane, final double[] highest)
    {
        for (int i = 0; i < grid.size(); i++)
        {
            if (value(plane, grid.get(i)) >= highest[i] - TOLERANCE)
            {
                return true;
            }
        }
        return false;
    }

    private static boolean same(final double[] a, final double[] b)
    {
        for (int i = 0; i < a.length; i++)
        {
            if (Math.abs(a[i] - b[i]) > TOLERANCE)
            {
                return false;
            }
        }
        return true;
    }

    /**
     * Remove the plane without which the others still are nowhere below production and least above it.
     */
    private boolean removeOne(final List<double[]> planes)
    {
        int best = -1;
        double bestError = Double.POSITIVE_INFINITY;
        for (int i = 0; i < planes.size(); i++)
        {
            final double error = error(envelope(planes, i));
            if (error < bestError)
            {
                best = i;
                bestError = error;
            }
        }
        if (best < 0)
        {
            return false;
        }
        final double[] last = planes.remove(planes.size() - 1);
        if (best < planes.size())
        {
            planes.set(best, last);
        }
        return true;
    }

    private double error(final double[] highest)
    {
        double error = 0.0;
        for (int i = 0; i < highest.length; i++)
        {
            if (highest[i] < production.get(i) - TOLERANCE)
            {
                return Double.POSITIVE_INFINITY;
            }
            error = Math.max(error, highest[i] - production.get(i));
        }
        return error;
    }

    private double scale(final List<double[]> planes)
    {
        final double[] highest = envelope(planes, -1);
        double kappa = 1.0;
        for (int i = 0; i < highest.length; i++)
        {
            if (highest[i] > 0 && production.get(i) > 0)
            {
                kappa = Math.min(kappa, production.get(i) / highest[i]);
            }
        }
        return kappa;
    }

    private double[] envelope(final List<double[]> planes, final int without)
    {
        final double[] highest = new double[grid.size()];
        for (int i = 0; i < highest.length; i++)
        {
            highest[i] = Double.NEGATIVE_INFINITY;
            for (int plane = 0; plane < planes.size(); plane++)
            {
                if (plane != without)
                {
                    highest[i] = Math.max(highest[i], value(planes.get(plane), grid.get(i)));
                }
            }
        }
        return highest;
    }

    private static double value(final double[] plane, final double[] point)
    {
        return plane[0] + plane[1] * point[0] + plane[2] * point[1] + plane[3] * point[2];
    }
}
