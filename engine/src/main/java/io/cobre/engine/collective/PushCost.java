package io.cobre.engine.collective;

/**
 * What it costs to write a long contribution to where peers read it, measured now and then, against what it costs them
 * to read it in this process. Where the cores of the ranks have no cache in common, each line written there must first
 * be taken from the peers that have read it before, which may cost several times the copy itself. Cores may move while
 * a program runs, so no answer is for ever.
 */
final class PushCost
{
    /** What a call to read in another process takes beyond the copy, as bench/README.md has it. */
    static final long READ_NS = 1500;
    /** The same for each KiB: the system looks up and holds the pages. */
    static final long READ_NS_PER_KIB = 40;
    /** One of so many that are written is measured. */
    static final int PUSH_INTERVAL = 8;
    /** Of so many that had better be read, two are written, the second to be measured. */
    static final int READ_INTERVAL = 1024;
    /** Lines that have not been written for long cost so much more than in a row of contributions. */
    static final int COLD_FACTOR = 3;

    private static final int KIB = 1024;

    /** Of the last two that were measured, since a thread that lost its core while it wrote says nothing of caches. */
    private long nsPerKib;
    private long nsPerKibBefore;
    /** One goes before that which is measured: lines that no peer has read lately are cheap. */
    private int untilMeasured = 1;
    private int reads;
    private boolean isCold;
    private boolean isDue;

    /**
     * Decide for the next contribution.
     *
     * @param bytes that it has, at least 1 KiB.
     * @return whether it is to be written.
     */
    boolean choosePush(final int bytes)
    {
        isCold = isDear(bytes);
        if (isCold)
        {
            reads++;
            isDue = READ_INTERVAL == reads;
            reads %= READ_INTERVAL;
            return isDue || READ_INTERVAL - 1 == reads;
        }
        isDue = 0 == untilMeasured;
        untilMeasured = isDue ? PUSH_INTERVAL - 1 : untilMeasured - 1;
        return true;
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
        nsPerKibBefore = nsPerKib;
        nsPerKib = ns * KIB / bytes / (isCold ? COLD_FACTOR : 1);
        isDue = false;
    }

    private boolean isDear(final int bytes)
    {
        return (Math.min(nsPerKib, nsPerKibBefore) - READ_NS_PER_KIB) * bytes > READ_NS * KIB;
    }
}
