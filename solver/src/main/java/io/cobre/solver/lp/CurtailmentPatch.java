package io.cobre.solver.lp;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.cobre.solver.study.GenericRow;
import io.cobre.solver.study.GenericTerm;
import io.cobre.solver.study.GenericVariable;

/**
 * Puts the sampled availability of non-controllable sources into the generic constraints that name their curtailment.
 */
final class CurtailmentPatch
{
    private final StageLp lp;
    private final List<GenericRow> generic;
    private final double[] available;
    private final int[] members;
    private final int[] rows;
    private final double[] lower;
    private final double[] upper;

    CurtailmentPatch(final StageLp lp, final int[] sources)
    {
        this.lp = lp;
        this.generic = lp.data().generic();
        this.available = lp.data().sources().available().clone();
        this.members = IntStream.range(0, generic.size())
            .filter(index -> generic.get(index).terms().stream().anyMatch(term -> varies(term, sources)))
            .toArray();
        this.rows = Arrays.stream(members).map(index -> lp.layout().row(RowGroup.GENERIC, index)).toArray();
        this.lower = new double[rows.length];
        this.upper = new double[rows.length];
    }

    private static boolean varies(final GenericTerm term, final int[] sources)
    {
        return GenericVariable.NON_CONTROLLABLE_CURTAILMENT == term.variable() &&
            Arrays.stream(sources).anyMatch(source -> source == term.entity());
    }

    void available(final int source, final double mw)
    {
        available[source] = mw;
    }

    void apply(final LpSolver solver)
    {
        if (0 == rows.length)
        {
            return;
        }
        for (int place = 0; place < rows.length; place++)
        {
            final GenericRow row = generic.get(members[place]);
            final double scale = lp.scaling().row()[rows[place]];
            final double bound = row.bound() - GenericOffset.of(row, lp.data(), available);
            lower[place] = GenericOffset.lower(row, bound) * scale;
            upper[place] = GenericOffset.upper(row, bound) * scale;
        }
        solver.rowBounds(rows.length, rows, lower, upper);
    }
}
