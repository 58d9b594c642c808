package io.cobre.solver.lp;

import java.util.Arrays;
import java.util.stream.IntStream;

import io.cobre.solver.stochastic.NoiseLayout;
import io.cobre.solver.study.EntityClass;
import io.cobre.solver.study.SourceDetail;

/**
 * Puts the sampled availability of non-controllable sources into the upper bounds of their columns.
 */
final class SourcePatch
{
    private final StageLp lp;
    private final int[] sources;
    private final double[] availability;
    private final int[] columns;
    private final double[] lower;
    private final double[] upper;
    private final CurtailmentPatch curtailment;

    SourcePatch(final StageLp lp)
    {
        final NoiseLayout layout = lp.stochastic().layout();
        this.lp = lp;
        this.availability = new double[lp.study().sources().size()];
        this.sources = IntStream.range(0, layout.count(EntityClass.NCS))
            .map(position -> layout.entity(EntityClass.NCS, position))
            .filter(source -> lp.data().sources().active()[source])
            .toArray();
        final int blocks = lp.layout().blocks();
        this.columns = new int[sources.length * blocks];
        this.lower = new double[columns.length];
        this.upper = new double[columns.length];
        Arrays.setAll(
            columns,
            place -> lp.layout().column(ColumnGroup.NON_CONTROLLABLE, sources[place / blocks], place % blocks));
        this.curtailment = new CurtailmentPatch(lp, sources);
    }

    void apply(final LpSolver solver, final double[] noise)
    {
        if (0 == columns.length)
        {
            return;
        }
        lp.stochastic().noiseMap().availability(lp.stage().index(), noise, availability);
        final SourceDetail detail = lp.data().sources();
        final int blocks = lp.layout().blocks();
        for (int place = 0; place < columns.length; place++)
        {
            final int source = sources[place / blocks];
            final double available = lp.study().sources().get(source).maxGeneration() * availability[source];
            upper[place] =
                available * detail.factor()[source][place % blocks] / lp.scaling().column()[columns[place]];
            curtailment.available(source, available);
        }
        solver.columnBounds(columns.length, columns, lower, upper);
        curtailment.apply(solver);
    }
}
