package io.cobre.solver.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import io.cobre.solver.lp.BasisSlot;
import io.cobre.solver.lp.StageInstance;

/**
 * Permutes units, and between them solves what nobody asked for or rebuilds the instance.
 */
final class ShuffledUnits implements UnitOrder
{
    private final Random random;

    ShuffledUnits(final long seed)
    {
        random = new Random(seed);
    }

    @Override
    public int[] positions(final int[] natural)
    {
        final List<Integer> order = new ArrayList<>();
        for (final int position : natural)
        {
            order.add(position);
        }
        Collections.shuffle(order, random);
        return order.stream().mapToInt(position -> position).toArray();
    }

    @Override
    public void beforeUnit(final StageInstance instance)
    {
        switch (random.nextInt(4))
        {
            case 0 -> junk(instance);
            case 1 -> instance.rebuild();
            default ->
            {
            }
        }
    }

    private void junk(final StageInstance instance)
    {
        final double[] state = new double[instance.lp().layout().stateDimension()];
        for (int index = 0; index < state.length; index++)
        {
            state[index] = instance.lp().data().maxStorage()[index] * random.nextDouble();
        }
        instance.begin(new BasisSlot(), state);
        for (int solve = 0; solve < 3; solve++)
        {
            instance.solve(random.doubles(state.length, -1.0, 1.0).toArray(), 0, 0, StageInstance.FORWARD);
        }
    }
}
