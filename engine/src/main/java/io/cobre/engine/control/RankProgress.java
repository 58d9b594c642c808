package io.cobre.engine.control;

import io.cobre.engine.collective.OperationNames;

/**
 * Sign of life of a rank.
 *
 * @param counter   moves while the rank computes or communicates.
 * @param sequence  number of its last collective, 0 for none.
 * @param operation template id of its last collective, 0 for none.
 */
public record RankProgress(long counter, long sequence, int operation)
{
    static final RankProgress NONE = new RankProgress(0, 0, 0);

    /**
     * For people.
     *
     * @return for example {@code allgatherv #17}, or {@code none}.
     */
    public String describe()
    {
        return operation == 0 ? "none" : OperationNames.operation(operation) + " #" + sequence;
    }
}
