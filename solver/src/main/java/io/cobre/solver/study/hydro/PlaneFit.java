package io.cobre.solver.study.hydro;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Hyperplanes fitted to a production function: tangents at the points of a grid, without those that never are the
 * highest, reduced to a number, and a factor for their constant that keeps them from promising too much.
 */
public final class PlaneFit
{
    private static final double TOLERANCE = 1e-8;

    private final ProductionFunction function;
    private final FitGrid grid;
    private final double[] generation;
    private final List<FittedPlane> planes = new ArrayList<>();

    private PlaneFit(final ProductionFunction function, final FitGrid grid)
    {
        this.function = function;
        this.grid = grid;
        generation = new double[grid.size()];
        for (int p = 0; p < generation.length; p++)
        {
            final double volume = grid.volume(p, function);
            generation[p] = function.generation(volume, grid.turbined(p), grid.spilled(p));
            if (generation[p] > 0.0)
            {
                planes.add(function.tangent(volume, grid.turbined(p), grid.spilled(p)));
            }
        }
    }

    /**
     * Planes and the factor on their constants.
     *
     * @param planes    constants not multiplied by the factor.
     * @param constancy factor, in (0, 1].
     * @param error     greatest distance on the grid between the generation and the lowest plane with the factor, MW.
     * @param greatest  generation on the grid, MW.
     */
    public record Result(List<FittedPlane> planes, double constancy, double error, double greatest)
    {
    }

    /**
     * Fit.
     *
     * @param function  of the plant.
     * @param grid      operating points.
     * @param maxPlanes largest number of planes.
     * @return no planes if the plant generates at no point of the grid.
     */
    public static Result fit(final ProductionFunction function, final FitGrid grid, final int maxPlanes)
    {
        final PlaneFit fit = new PlaneFit(function, grid);
        fit.keepHighest();
        fit.removeDuplicates();
        while (fit.planes.size() > maxPlanes && fit.removeOne())
        {
            // until the number is right, or no plane can be spared
        }
        final double factor = fit.factor();
        return new Result(
            List.copyOf(fit.planes), factor, fit.error(factor), Arrays.stream(fit.generation).max().orElse(0.0));
    }

    private void keepHighest()
    {
        final boolean[] kept = new boolean[planes.size()];
        for (int p = 0; p < generation.length; p++)
        {
            final double highest = highest(p, -1);
            for (int i = 0; i < kept.length; i++)
            {
                kept[i] |= value(planes.get(i), p) >= highest - TOLERANCE;
            }
        }
        for (int i = kept.length - 1; i >= 0; i--)
        {
            if (!kept[i])
            {
                planes.remove(i);
            }
        }
    }

    private void removeDuplicates()
    {
        for (int i = 0; i < planes.size(); i++)
        {
            for (int j = planes.size() - 1; j > i; j--)
            {
                if (planes.get(i).near(planes.get(j), TOLERANCE))
                {
                    planes.remove(j);
                }
            }
        }
    }

    /** Remove the plane without which the others still cover the function with the smallest largest error. */
    private boolean removeOne()
    {
        int best = -1;
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < planes.size(); i++)
        {
            final double error = errorWithout(i);
            if (error < smallest)
            {
                best = i;
                smallest = error;
            }
        }
        if (best >= 0)
        {
            final FittedPlane last = planes.remove(planes.size() - 1);
            if (best < planes.size())
            {
                planes.set(best, last);
            }
        }
        return best >= 0;
    }

    private double errorWithout(final int plane)
    {
        double error = 0.0;
        for (int p = 0; p < generation.length; p++)
        {
            final double highest = highest(p, plane);
            if (highest < generation[p] - TOLERANCE)
            {
                return Double.POSITIVE_INFINITY;
            }
            error = Math.max(error, highest - generation[p]);
        }
        return error;
    }

    private double factor()
    {
        double factor = 1.0;
        for (int p = 0; p < generation.length; p++)
        {
            final double highest = highest(p, -1);
            if (generation[p] > 0.0 && highest > 0.0)
            {
                factor = Math.min(factor, generation[p] / highest);
            }
        }
        return factor;
    }

    /** What an LP takes for the generation is the lowest plane, if that is not below zero. */
    private double error(final double factor)
    {
        double error = 0.0;
        for (int p = 0; p < generation.length && !planes.isEmpty(); p++)
        {
            double lowest = Double.POSITIVE_INFINITY;
            for (final FittedPlane plane : planes)
            {
                lowest = Math.min(lowest, value(plane, p) - (1.0 - factor) * plane.constant());
            }
            error = Math.max(error, Math.abs(Math.max(0.0, lowest) - generation[p]));
        }
        return error;
    }

    private double highest(final int point, final int without)
    {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < planes.size(); i++)
        {
            if (i != without)
            {
                highest = Math.max(highest, value(planes.get(i), point));
            }
        }
        return highest;
    }

    private double value(final FittedPlane plane, final int point)
    {
        return plane.at(grid.volume(point, function), grid.turbined(point), grid.spilled(point));
    }
}
