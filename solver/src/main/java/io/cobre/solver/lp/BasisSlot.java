package io.cobre.solver.lp;

import java.util.Arrays;

/**
 * A kept basis: a status by column, by template row and by <em>slot number</em> of a cut, so that it fits the LP
 * whatever cuts have come or gone since.
 */
public final class BasisSlot
{
    /** Status of a cut that was not a row when the basis was kept. */
    static final byte UNKNOWN = 4;

    private byte[] columns = new byte[0];
    private byte[] rows = new byte[0];
    private byte[] cuts = new byte[0];
    private int cutCount;
    private boolean filled;

    /**
     * Whether a basis has been kept here.
     *
     * @return false at first.
     */
    public boolean filled()
    {
        return filled;
    }

    byte[] columns()
    {
        return columns;
    }

    byte[] rows()
    {
        return rows;
    }

    byte cut(final int slot)
    {
        return slot < cutCount ? cuts[slot] : UNKNOWN;
    }

    int cutCount()
    {
        return cutCount;
    }

    /**
     * Whether the basis, if there is one, has the shape of an LP.
     *
     * @param layout of the LP.
     * @return false if it belongs to another one.
     */
    public boolean fits(final StageLayout layout)
    {
        return !filled || columns.length == layout.columns() && rows.length == layout.rows();
    }

    void restore(final byte[] columnStatus, final byte[] rowStatus, final byte[] cutStatus)
    {
        columns = columnStatus;
        rows = rowStatus;
        cuts = cutStatus;
        cutCount = cutStatus.length;
        filled = true;
    }

    void copy(final BasisSlot other)
    {
        columns = other.columns.clone();
        rows = other.rows.clone();
        cuts = other.cuts.clone();
        cutCount = other.cutCount;
        filled = other.filled;
    }

    /**
     * Keep a basis.
     *
     * @param columnStatus by column.
     * @param rowStatus    by row: template rows, then active cuts.
     * @param templateRows number of template rows.
     * @param rowSlots     slot number of each cut row, ascending.
     * @param cutRows      number of cut rows.
     * @param populated    number of slots in use.
     */
    void keep(
        final byte[] columnStatus,
        final byte[] rowStatus,
        final int templateRows,
        final int[] rowSlots,
        final int cutRows,
        final int populated)
    {
        if (columns.length != columnStatus.length)
        {
            columns = new byte[columnStatus.length];
        }
        if (rows.length != templateRows)
        {
            rows = new byte[templateRows];
        }
        if (cuts.length < populated)
        {
            cuts = new byte[Math.max(populated, 2 * cuts.length)];
        }
        System.arraycopy(columnStatus, 0, columns, 0, columns.length);
        System.arraycopy(rowStatus, 0, rows, 0, templateRows);
        Arrays.fill(cuts, 0, populated, UNKNOWN);
        for (int row = 0; row < cutRows; row++)
        {
            cuts[rowSlots[row]] = rowStatus[templateRows + row];
        }
        cutCount = populated;
        filled = true;
    }
}
