package io.cobre.solver.output;

/**
 * Whether the storage is at a limit, as a code of the tables.
 */
enum StorageBinding
{
    /** Between its limits. */
    NONE(0),
    /** At its minimum or below. */
    MINIMUM(1),
    /** At its maximum. */
    MAXIMUM(2),
    /** At both, which are equal. */
    BOTH(3);

    private final int code;

    StorageBinding(final int code)
    {
        this.code = code;
    }

    int code()
    {
        return code;
    }

    static StorageBinding of(final OutcomeRow row)
    {
        final double storage = HydroTable.storageFinal(row);
        final boolean empty = OutcomeRow.atMost(storage, row.data().minStorage()[row.entity()]);
        final boolean full = OutcomeRow.atLeast(storage, row.data().maxStorage()[row.entity()]);
        return empty ? full ? BOTH : MINIMUM : full ? MAXIMUM : NONE;
    }
}
