package io.cobre.solver.lp.bundle;

import io.cobre.solver.lp.FailedLp;
import io.cobre.solver.lp.LpModel;
import java.io.IOException;

/**
 * An LP in free MPS format, for other programs. Numbers keep all their digits, except that a row between two bounds
 * has the difference of the two in its RANGES entry.
 */
final class MpsText
{
    private final LpModel model;
    private final FailedLp names;
    private final Appendable out;

    private MpsText(final LpModel model, final FailedLp names, final Appendable out)
    {
        this.model = model;
        this.names = names;
        this.out = out;
    }

    /**
     * Write the LP as it was when its solve failed.
     *
     * @param failed the LP and its names.
     * @param out    destination.
     * @throws IOException from the destination.
     */
    static void write(final FailedLp failed, final Appendable out) throws IOException
    {
        new MpsText(failed.modelAtFailure(), failed, out).write();
    }

    private void write() throws IOException
    {
        line("NAME stage_" + names.place().stage());
        line("ROWS");
        line(" N cost");
        for (int row = 0; row < model.rows(); row++)
        {
            line(" " + type(row) + " " + names.rowName(row));
        }
        line("COLUMNS");
        columns();
        line("RHS");
        for (int row = 0; row < model.rows(); row++)
        {
            rightHandSide(row);
        }
        line("RANGES");
        for (int row = 0; row < model.rows(); row++)
        {
            range(row);
        }
        line("BOUNDS");
        for (int column = 0; column < model.columns(); column++)
        {
            bounds(column);
        }
        line("ENDATA");
    }

    private String type(final int row)
    {
        final double lower = model.rowLower()[row];
        final double upper = model.rowUpper()[row];
        if (lower == upper)
        {
            return "E";
        }
        if (Double.isInfinite(lower))
        {
            return Double.isInfinite(upper) ? "N" : "L";
        }
        return "G";
    }

    /** The model is by row, the format by column: the entries of each column are chained, the first row first. */
    private void columns() throws IOException
    {
        final int[] head = new int[model.columns()];
        final int[] next = new int[model.indices().length];
        final int[] rowOf = new int[model.indices().length];
        for (int row = model.rows() - 1; row >= 0; row--)
        {
            for (int entry = model.starts()[row]; entry < model.starts()[row + 1]; entry++)
            {
                final int column = model.indices()[entry];
                rowOf[entry] = row;
                next[entry] = head[column];
                head[column] = entry + 1;
            }
        }
        for (int column = 0; column < model.columns(); column++)
        {
            final String name = names.columnName(column);
            line(" " + name + " cost " + model.cost()[column]);
            for (int entry = head[column] - 1; entry >= 0; entry = next[entry] - 1)
            {
                line(" " + name + " " + names.rowName(rowOf[entry]) + " " + model.values()[entry]);
            }
        }
    }

    private void rightHandSide(final int row) throws IOException
    {
        final double lower = model.rowLower()[row];
        final double side = Double.isInfinite(lower) ? model.rowUpper()[row] : lower;
        if (side != 0.0 && !Double.isInfinite(side))
        {
            line(" rhs " + names.rowName(row) + " " + side);
        }
    }

    private void range(final int row) throws IOException
    {
        final double width = model.rowUpper()[row] - model.rowLower()[row];
        if (width != 0.0 && !Double.isInfinite(width))
        {
            line(" ranges " + names.rowName(row) + " " + width);
        }
    }

    private void bounds(final int column) throws IOException
    {
        final double lower = model.columnLower()[column];
        final double upper = model.columnUpper()[column];
        final String name = names.columnName(column);
        if (lower == upper)
        {
            line(" FX bounds " + name + " " + lower);
            return;
        }
        if (Double.isInfinite(lower))
        {
            line((Double.isInfinite(upper) ? " FR bounds " : " MI bounds ") + name);
        }
        else if (lower != 0.0)
        {
            line(" LO bounds " + name + " " + lower);
        }
        if (!Double.isInfinite(upper))
        {
            line(" UP bounds " + name + " " + upper);
        }
    }

    private void line(final String text) throws IOException
    {
        out.append(text).append('\n');
    }
}
