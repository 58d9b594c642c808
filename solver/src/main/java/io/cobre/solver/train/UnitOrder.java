package io.cobre.solver.train;

import io.cobre.solver.lp.StageInstance;

/**
 * Order in which a rank works on its trial points, and what happens before each unit. Results depend on neither.
 */
interface UnitOrder
{
    /** Ascending, nothing in between. */
    UnitOrder NATURAL = new UnitOrder()
    {
        @Override
        public int[] positions(final int[] natural)
        {
            return natural;
        }

        @Override
        public void beforeUnit(final StageInstance instance)
        {
        }
    };

    /**
     * Order of one batch of units.
     *
     * @param natural positions 0..n-1; not to be changed.
     * @return a permutation.
     */
    int[] positions(int[] natural);

    /**
     * A unit is about to begin.
     *
     * @param instance it will use.
     */
    void beforeUnit(StageInstance instance);
}
