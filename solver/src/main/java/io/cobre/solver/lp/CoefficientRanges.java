package io.cobre.solver.lp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

import io.cobre.solver.stochastic.StochasticPlan;
import io.cobre.solver.study.Study;

/**
 * Sizes of the numbers in the LP of a stage without cuts, at state zero and noise zero. Zeros and infinities do not
 * count.
 *
 * @param stageId   stage.
 * @param matrix    coefficients, in the units of the model.
 * @param scaled    coefficients, as the native solver gets them.
 * @param objective costs, k$ per unit.
 * @param bounds    of the columns.
 * @param rhs       of the rows.
 */
public record CoefficientRanges(int stageId, Range matrix, Range scaled, Range objective, Range bounds, Range rhs)
{
    /** Ratio of the greatest to the least size above which a solver loses digits that matter. */
    public static final double EXTREME_RATIO = 1e9;

    /** Limits closer to zero than this are zero to any solver, and come of rounding. */
    private static final double NOTHING = 1e-10;

    /**
     * Least and greatest size.
     *
     * @param least    0 if there is no number.
     * @param greatest 0 if there is no number.
     */
    public record Range(double least, double greatest)
    {
        /**
         * Range of the sizes of some numbers.
         */
        static Range of(final DoubleStream values)
        {
            final double[] range = values.map(Math::abs)
                .filter(size -> size > 0.0 && size < Double.POSITIVE_INFINITY)
                .collect(
                    () -> new double[]{Double.POSITIVE_INFINITY, 0.0},
                    (both, size) ->
                    {
                        both[0] = Math.min(both[0], size);
                        both[1] = Math.max(both[1], size);
                    },
                    (one, other) ->
                    {
                        one[0] = Math.min(one[0], other[0]);
                        one[1] = Math.max(one[1], other[1]);
                    });
            return new Range(0.0 == range[1] ? 0.0 : range[0], range[1]);
        }

        /**
         * How far the sizes are apart.
         *
         * @return at least 1.
         */
        public double ratio()
        {
            return 0.0 == least ? 1.0 : greatest / least;
        }
    }

    /**
     * Ranges of all stages.
     *
     * @param study      the case.
     * @param stochastic its random part.
     * @return by stage.
     */
    public static List<CoefficientRanges> of(final Study study, final StochasticPlan stochastic)
    {
        final List<CoefficientRanges> ranges = new ArrayList<>();
        final int[] openings = stochastic.openingCounts();
        study.stages().forEach(stage ->
        {
            final StageLayout layout = new StageLayout(
                study, stage, stochastic.lags().slots(),
                FutureParts.of(study, stage.index(), next -> openings[next]));
            final LpModel model = StageLpBuilder.build(
                study, stage, stochastic.inflow(), layout, FutureCostFloor.of(study, stage.index(), 0.0));
            final LpModel scaled = Scaling.of(model)
                .withUnit(layout.futureCostColumns(), layout.futureCostRows(), 1.0).apply(model);
            ranges.add(new CoefficientRanges(
                stage.id(),
                Range.of(Arrays.stream(model.values())),
                Range.of(Arrays.stream(scaled.values())),
                Range.of(Arrays.stream(model.cost())),
                Range.of(limits(model.columnLower(), model.columnUpper())),
                Range.of(limits(model.rowLower(), model.rowUpper()))));
        });
        return List.copyOf(ranges);
    }

    private static DoubleStream limits(final double[] lower, final double[] upper)
    {
        return DoubleStream.concat(Arrays.stream(lower), Arrays.stream(upper))
            .filter(limit -> Math.abs(limit) > NOTHING);
    }

    /**
     * The ranges as they are written to files.
     *
     * @return id of the stage, then least and greatest size by name.
     */
    public Map<String, Object> toMap()
    {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("stage_id", stageId);
        byName().forEach((name, range) -> map.put(name, List.of(range.least(), range.greatest())));
        return map;
    }

    /**
     * All ranges by name.
     *
     * @return in a fixed order.
     */
    public Map<String, Range> byName()
    {
        final Map<String, Range> map = new LinkedHashMap<>();
        map.put("matrix", matrix);
        map.put("scaled_matrix", scaled);
        map.put("objective", objective);
        map.put("bounds", bounds);
        map.put("rhs", rhs);
        return map;
    }
}
