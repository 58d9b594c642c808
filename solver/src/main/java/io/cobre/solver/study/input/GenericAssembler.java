package io.cobre.solver.study.input;

import io.cobre.solver.study.GenericRow;
import io.cobre.solver.study.GenericTerm;
import io.cobre.solver.study.GenericVariable;
import io.cobre.solver.study.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Rows of the generic constraints in each stage.
 */
final class GenericAssembler
{
    private final CaseFiles files;
    private final CaseIndex index;
    private final List<GenericConstraintsFile.Entry> constraints;

    GenericAssembler(final CaseFiles files, final CaseIndex index)
    {
        this.files = files;
        this.index = index;
        constraints = new ArrayList<>(files.constraints().generic().constraints());
        constraints.sort(Comparator.comparingInt(Identified::id));
    }

    /**
     * Rows of a stage, by constraint id and block.
     *
     * @param stage the stage.
     * @return empty if no constraint has a bound there.
     */
    List<GenericRow> rows(final Stage stage)
    {
        final List<GenericRow> rows = new ArrayList<>();
        for (final GenericConstraintsFile.Entry constraint : constraints)
        {
            for (int block = 0; block < stage.blocks(); block++)
            {
                for (final GenericConstraintsFile.Bound bound : files.constraints().genericBounds())
                {
                    if (bound.constraintId() == constraint.id() && bound.stageId() == stage.id() &&
                        (bound.blockId() == block || bound.blockId() == GenericConstraintsFile.ALL_BLOCKS))
                    {
                        rows.add(row(constraint, bound.bound(), block));
                    }
                }
            }
        }
        return List.copyOf(rows);
    }

    /**
     * Registry of the entities that a variable is about.
     *
     * @param variable name.
     * @param index    all registries.
     * @return the registry.
     */
    static Ids<?> registry(final String variable, final CaseIndex index)
    {
        switch (variable.substring(0, variable.indexOf('_')))
        {
            case "hydro":
                return index.hydros();
            case "thermal":
                return index.thermals();
            case "line":
                return index.lines();
            case "bus":
                return index.buses();
            case "pumping":
                return index.pumps();
            case "contract":
                return index.contracts();
            default:
                return index.sources();
        }
    }

    /**
     * The quantity that a variable names.
     *
     * @param variable name.
     * @return the quantity.
     */
    private static GenericVariable variable(final String variable)
    {
        return GenericVariable.valueOf(variable.toUpperCase(Locale.ROOT));
    }

    private GenericRow row(final GenericConstraintsFile.Entry constraint, final double bound, final int block)
    {
        final List<GenericTerm> terms = new ArrayList<>();
        for (final Expression.Term term : constraint.expression().terms())
        {
            terms.add(new GenericTerm(
                term.coefficient(),
                variable(term.variable()),
                registry(term.variable(), index).index(term.entityId()),
                term.block() == Expression.OWN_BLOCK ? block : term.block()));
        }
        return new GenericRow(
            constraint.id(),
            block,
            constraint.sense(),
            bound - constraint.expression().constant(),
            constraint.slackCost(),
            List.copyOf(terms));
    }
}
