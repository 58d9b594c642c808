package io.cobre.solver.lp;

import io.cobre.solver.study.GenericRow;
import io.cobre.solver.study.GenericTerm;
import io.cobre.solver.study.SourceDetail;
import io.cobre.solver.study.StageData;

/**
 * What the left-hand side of a generic constraint has besides columns: withdrawals are a target plus slacks, curtailed
 * power is what is available minus what is generated.
 */
final class GenericOffset
{
    private GenericOffset()
    {
    }

    /**
     * Constant of a left-hand side.
     *
     * @param row       of a generic constraint.
     * @param data      of the stage.
     * @param available MW by non-controllable source, block factors not applied.
     * @return in the unit of the row.
     */
    static double of(final GenericRow row, final StageData data, final double[] available)
    {
        double sum = 0.0;
        for (final GenericTerm term : row.terms())
        {
            sum += switch (term.variable())
            {
                case HYDRO_WITHDRAWAL -> term.coefficient() * data.hydro().withdrawal()[term.entity()];
                case NON_CONTROLLABLE_CURTAILMENT -> term.coefficient() * capacity(term, data.sources(), available);
                default -> 0.0;
            };
        }
        return sum;
    }

    private static double capacity(final GenericTerm term, final SourceDetail sources, final double[] available)
    {
        final int source = term.entity();
        return sources.active()[source] ? available[source] * sources.factor()[source][term.block()] : 0.0;
    }

    static double lower(final GenericRow row, final double bound)
    {
        return GenericRow.Sense.AT_MOST == row.sense() ? Double.NEGATIVE_INFINITY : bound;
    }

    static double upper(final GenericRow row, final double bound)
    {
        return GenericRow.Sense.AT_LEAST == row.sense() ? Double.POSITIVE_INFINITY : bound;
    }
}
