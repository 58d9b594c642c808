package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import java.util.List;

/**
 * One segment of the cost of unserved load.
 *
 * @param depth MW, infinite in the last segment.
 * @param cost  $/MWh.
 */
record DeficitSegment(double depth, double cost)
{
    /**
     * Segments of one bus, or of all.
     *
     * @param parent object with the key {@code deficit_segments}.
     * @param list   as read.
     * @return the same list, checked.
     */
    static List<DeficitSegment> checked(final JsonObject parent, final List<DeficitSegment> list)
    {
        for (int i = 0; i < list.size(); i++)
        {
            final boolean last = i == list.size() - 1;
            if (last != Double.isInfinite(list.get(i).depth))
            {
                parent.error(
                    SolverErrorKind.SCHEMA_VIOLATION,
                    "deficit_segments",
                    last ? "must end with a segment without limit" : "may be without limit only in the last segment",
                    last ? "set depth_mw of the last segment to null" : "set depth_mw of segment " + i);
                break;
            }
            if (i > 0 && list.get(i).cost <= list.get(i - 1).cost)
            {
                parent.error(
                    SolverErrorKind.PENALTY_CONSISTENCY,
                    "deficit_segments",
                    "must have strictly increasing costs, but " + list.get(i).cost + " follows " +
                        list.get(i - 1).cost,
                    "sort the segments by cost");
                break;
            }
        }
        return list;
    }

    static DeficitSegment read(final JsonObject object)
    {
        return new DeficitSegment(
            object.number("depth_mw", Range.POSITIVE).orElse(Double.POSITIVE_INFINITY),
            object.number("cost", Range.POSITIVE).required());
    }
}
