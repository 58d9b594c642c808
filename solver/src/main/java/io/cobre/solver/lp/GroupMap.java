package io.cobre.solver.lp;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Places of the families of columns or rows of one stage: members of a family stand in order of their entity, and
 * each has one place by block (or just one). Entities without the feature have no place.
 *
 * @param <G> the families.
 */
final class GroupMap<G extends Enum<G>>
{
    /** Place of what does not exist. */
    static final int NONE = -1;

    private static final class Group
    {
        private final int start;
        private final int[] position;
        private final int width;
        private final int count;

        private Group(final int start, final int[] position, final int width, final int count)
        {
            this.start = start;
            this.position = position;
            this.width = width;
            this.count = count;
        }
    }

    private final EnumMap<G, Group> groups;
    private int size;

    GroupMap(final Class<G> type)
    {
        groups = new EnumMap<>(type);
    }

    /**
     * Append a family of which every entity is a member.
     */
    void add(final G group, final int entities, final int width)
    {
        add(group, entities, width, entity -> true);
    }

    /**
     * Append a family; families come in the order of their enum.
     */
    void add(final G group, final int entities, final int width, final IntPredicate member)
    {
        final int[] position = new int[entities];
        Arrays.fill(position, NONE);
        int count = 0;
        for (int entity = 0; entity < entities; entity++)
        {
            if (member.test(entity))
            {
                position[entity] = count++;
            }
        }
        groups.put(group, new Group(size, position, width, count));
        size += count * width;
    }

    int size()
    {
        return size;
    }

    int count(final G group)
    {
        final Group found = groups.get(group);
        return null == found ? 0 : found.count;
    }

    int start(final G group)
    {
        return groups.get(group).start;
    }

    int end(final G group)
    {
        final Group found = groups.get(group);
        return found.start + found.count * found.width;
    }

    boolean has(final G group)
    {
        return count(group) > 0;
    }

    int at(final G group, final int entity, final int block)
    {
        final Group found = groups.get(group);
        if (null == found || NONE == found.position[entity])
        {
            return NONE;
        }
        return found.start + found.position[entity] * found.width + (1 == found.width ? 0 : block);
    }

    /**
     * What has a place.
     *
     * @param group  the family.
     * @param entity index.
     * @param block  from 0.
     * @param width  places of each entity.
     * @param <G>    the families.
     */
    record Member<G>(G group, int entity, int block, int width)
    {
    }

    /**
     * What has a place.
     */
    Member<G> member(final int place)
    {
        for (final Map.Entry<G, Group> entry : groups.entrySet())
        {
            final Group group = entry.getValue();
            final int offset = place - group.start;
            if (offset >= 0 && offset < group.count * group.width)
            {
                final int member = offset / group.width;
                int entity = 0;
                while (group.position[entity] != member)
                {
                    entity++;
                }
                return new Member<>(entry.getKey(), entity, offset % group.width, group.width);
            }
        }
        throw new IndexOutOfBoundsException("no family has the place " + place);
    }
}
