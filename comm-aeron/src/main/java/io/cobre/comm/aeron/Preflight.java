package io.cobre.comm.aeron;

import io.cobre.engine.BackendException;
import io.cobre.engine.BackendKind;
import io.cobre.engine.EngineErrorKind;
import io.cobre.engine.spi.GroupSpec;

/**
 * Finds the buffer sizes that fit this machine before anything is started.
 */
final class Preflight
{
    private Preflight()
    {
    }

    /**
     * Term length that fits the memory of the run directory.
     *
     * @param kind     backend that asks.
     * @param group    with the run directory.
     * @param settings of the group; a term length given there is taken or refused, never changed.
     * @param budget   what the group will map.
     * @param wanted   term length to begin with.
     * @return the term length.
     * @throws BackendException naming the bytes wanted and the bytes available.
     */
    static int termLength(
        final BackendKind kind,
        final GroupSpec group,
        final GroupSettings settings,
        final MemoryBudget budget,
        final int wanted)
    {
        final long available = FreeMemory.availableBytes(group.runDirectory());
        final boolean isFixed = settings.has(GroupSettings.TERM_LENGTH);
        final int first = isFixed ? settings.termLength() : wanted;
        if (!StreamLimits.isTermLength(first))
        {
            throw new BackendException(
                EngineErrorKind.OUT_OF_RANGE, "term_length " + first + " is not a power of two of at least " +
                StreamLimits.MIN_TERM_LENGTH, null);
        }
        final int fitting = fitting(budget, first, isFixed, available, settings.profile().memoryShare());
        if (0 == fitting || isFixed && fitting != first)
        {
            throw tooLarge(kind, group, budget.bytes(isFixed ? first : StreamLimits.MIN_TERM_LENGTH), available);
        }
        return fitting;
    }

    /**
     * Leave room for regions if even the shortest logs do.
     */
    static int fitting(
        final MemoryBudget budget, final int first, final boolean isFixed, final long available, final int share)
    {
        final int modest = isFixed ? 0 : budget.fittingTermLength(first, available / share);
        return 0 == modest ?
            budget.fittingTermLength(isFixed ? first : StreamLimits.MIN_TERM_LENGTH, available) : modest;
    }

    private static BackendException tooLarge(
        final BackendKind kind, final GroupSpec group, final long requested, final long available)
    {
        final String message = "backend " + kind.id() + " needs " + requested + " bytes in " + group.runDirectory() +
            " for " + group.size() + " ranks, available are " + available;
        final BackendException error = new BackendException(EngineErrorKind.INITIALIZATION_FAILED, message, null);
        error.with("backend", kind.id()).with("operation", "preflight").with("detail", message);
        error.with("requested_bytes", requested).with("available_bytes", available);
        error.suggest("use fewer workers, or enlarge the shared memory (containers: --shm-size)");
        return error;
    }
}
