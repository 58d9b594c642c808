package io.cobre.engine.collective;

/**
 * What it costs to write a long contribution to where peers read it, measured now and then. Where the cores of the
 * ranks have no cache in common, each line written there must first be taken from the peers that have read it before,
 * which costs several times the copy itself; then they had better read the elements where these lie. Cores may move
 * while a program runs, so neither answer is for ever.
 */
final class PushCost
{
    /** Both costs are far from this: 30 to 80 with a common cache, about 300 without, on the machine of the README. */
    static final long DEAR_NS_PER_KIB = 150;
    /** One of so many is measured while it is cheap. */
    static final int CHEAP_INTERVAL = 8;
    /** Two of so many are written, the second to be measured, while it is dear. */
    static final int DEAR_INTERVAL = 1024;

    private static final int KIB = 1024;
    /** A thread that lost its core while it wrote says nothing about caches. */
    private static final int DEAR_IN_A_ROW = 2;

    /** One goes before that which is measured: lines that no peer has read lately are cheap. */
    private int untilMeasured = 1;
    private int dearInARow;
    private boolean isDue;

    /**
     * Decide for the next contribution.
     *
     * @return whether it is to be written.
     */
    boolean choosePush()
    {
        isDue = untilMeasured <= 0;
        return untilMeasured-- <= 1 || !isDear();
    }

    /**
     * Whether the contribution that has been decided for last is to be measured.
     */
    boolean isDue()
    {
        return isDue;
    }

    /**
     * What was due has been measured.
     *
     * @param bytes written, at least 1 KiB.
     * @param ns    that it took.
     */
    void onPushed(final int bytes, final long ns)
    {
        final boolean wasDear = ns * KIB > DEAR_NS_PER_KIB * bytes;
        dearInARow = wasDear ? dearInARow + 1 : 0;
        if (isDear())
        {
            untilMeasured = DEAR_INTERVAL - 1;
        }
        else
        {
            untilMeasured = wasDear ? 0 : CHEAP_INTERVAL - 1;
        }
        isDue = false;
    }

    private boolean isDear()
    {
        return dearInARow >= DEAR_IN_A_ROW;
    }
}
