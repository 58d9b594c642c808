package io.cobre.solver.study.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Tables of reservoir shapes and of given hyperplanes.
 *
 * @param geometry shapes by hydro id, by ascending volume.
 * @param planes   hyperplanes in the order of the file.
 */
record HeadTables(TreeMap<Integer, List<Point>> geometry, List<Plane> planes)
{
    static final String GEOMETRY = "system/hydro_geometry.parquet";
    static final String PLANES = "system/fpha_hyperplanes.parquet";

    /** Stage id of planes that hold in all stages. */
    static final int ALL_STAGES = Integer.MIN_VALUE;

    /**
     * A point of the shape of a reservoir.
     *
     * @param row    in the file.
     * @param volume hm3.
     * @param height m.
     * @param area   km2.
     */
    record Point(int row, double volume, double height, double area)
    {
    }

    /**
     * A given hyperplane.
     *
     * @param row     in the file.
     * @param hydroId plant.
     * @param stageId stage, or {@link #ALL_STAGES}.
     * @param gamma0  MW.
     * @param gammaV  MW per hm3.
     * @param gammaQ  MW per m3/s turbined.
     * @param gammaS  MW per m3/s spilled.
     * @param kappa   correction of gamma0.
     */
    record Plane(
        int row, int hydroId, int stageId, double gamma0, double gammaV, double gammaQ, double gammaS, double kappa)
    {
    }

    static HeadTables read(final Problems problems, final Path folder)
    {
        return new HeadTables(
            geometry(TableReader.open(problems, folder, GEOMETRY)), planes(TableReader.open(problems, folder, PLANES)));
    }

    private static TreeMap<Integer, List<Point>> geometry(final TableReader table)
    {
        final int[] hydroId = table.ints("hydro_id");
        final double[] volume = table.doubles("volume_hm3", Range.NOT_NEGATIVE);
        final double[] height = table.doubles("height_m", Range.NOT_NEGATIVE);
        final double[] area = table.doubles("area_km2", Range.NOT_NEGATIVE);
        table.end();
        final TreeMap<Integer, List<Point>> points = new TreeMap<>();
        for (int row = 0; row < table.rows(); row++)
        {
            points.computeIfAbsent(hydroId[row], (id) -> new ArrayList<>())
                .add(new Point(row, volume[row], height[row], area[row]));
        }
        points.values().forEach((list) -> list.sort(Comparator.comparingDouble(Point::volume)));
        return points;
    }

    private static List<Plane> planes(final TableReader table)
    {
        final int[] hydroId = table.ints("hydro_id");
        final int[] stageId = table.intsOr("stage_id", ALL_STAGES);
        final double[] gamma0 = table.doubles("gamma_0", Range.ANY);
        final double[] gammaV = table.doubles("gamma_v", Range.NOT_NEGATIVE);
        final double[] gammaQ = table.doubles("gamma_q", Range.POSITIVE);
        final double[] gammaS =
            table.doubles("gamma_s", new Range(Double.NEGATIVE_INFINITY, false, 0, false));
        final double[] kappa = table.doublesOrNaN("kappa", new Range(0, true, 1, false));
        table.ints("plane_id");
        for (final String unused : List.of("valid_v_min_hm3", "valid_v_max_hm3", "valid_q_max_m3s"))
        {
            table.doublesOrNaN(unused, Range.ANY);
        }
        table.end();
        final List<Plane> planes = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++)
        {
            planes.add(new Plane(
                row,
                hydroId[row],
                stageId[row],
                gamma0[row],
                gammaV[row],
                gammaQ[row],
                gammaS[row],
                Double.isNaN(kappa[row]) ? 1.0 : kappa[row]));
        }
        return planes;
    }
}
