package io.cobre.solver.lp;

/**
 * A stage without cuts.
 */
enum NoCuts implements CutRows
{
    /** The only one. */
    INSTANCE;

    @Override
    public int populated()
    {
        return 0;
    }

    @Override
    public boolean active(final int slot)
    {
        return false;
    }

    @Override
    public int opening(final int slot)
    {
        throw new IndexOutOfBoundsException(slot);
    }

    @Override
    public double intercept(final int slot)
    {
        throw new IndexOutOfBoundsException(slot);
    }

    @Override
    public double coefficient(final int slot, final int index)
    {
        throw new IndexOutOfBoundsException(slot);
    }

    @Override
    public int removals()
    {
        return 0;
    }
}
