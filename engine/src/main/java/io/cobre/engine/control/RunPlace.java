package io.cobre.engine.control;

import io.cobre.engine.BackendException;
import io.cobre.engine.spi.GroupSpec;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The run directory of a group where its files fit: in shared memory, or in the temporary folder if that has more room.
 */
public final class RunPlace implements AutoCloseable
{
    private static final String AVAILABLE = "available_bytes";

    private final RunDirectory directory;
    private final GroupSpec group;
    private final String warning;

    private RunPlace(final RunDirectory directory, final GroupSpec group, final String warning)
    {
        this.directory = directory;
        this.group = group;
        this.warning = warning;
    }

    /**
     * Find a place.
     *
     * @param preflight finds the settings with which the group fits into a directory, or throws with the bytes that
     *                  are available there.
     * @return with a directory that this process owns.
     * @throws BackendException the first refusal if the group fits nowhere.
     */
    public static RunPlace find(final Function<RunDirectory, GroupSpec> preflight)
    {
        return find(RunDirectory::create, RunDirectory::createTemporary, preflight);
    }

    /**
     * As {@link #find(Function)}, under a name that the user has chosen.
     */
    static RunPlace find(final String shmName, final Function<RunDirectory, GroupSpec> preflight)
    {
        return find(
            () -> RunDirectory.create(shmName), () -> RunDirectory.createTemporary(shmName), preflight);
    }

    private static RunPlace find(
        final Supplier<RunDirectory> inMemory,
        final Supplier<RunDirectory> elsewhere,
        final Function<RunDirectory, GroupSpec> preflight)
    {
        try
        {
            return at(inMemory.get(), preflight, null);
        }
        catch (final BackendException refused)
        {
            if (!refused.context().containsKey(AVAILABLE) || RunDirectory.base().equals(RunDirectory.temporary()))
            {
                throw refused;
            }
            return second(elsewhere, preflight, refused);
        }
    }

    private static RunPlace second(
        final Supplier<RunDirectory> elsewhere,
        final Function<RunDirectory, GroupSpec> preflight,
        final BackendException refused)
    {
        try
        {
            return at(elsewhere.get(), preflight, refused.getMessage() + "; its files are in " +
                RunDirectory.temporary() + ", which may be slower");
        }
        catch (final BackendException alsoRefused)
        {
            refused.with("temporary_folder", RunDirectory.temporary().toString());
            refused.with("temporary_folder_available_bytes", alsoRefused.context().get(AVAILABLE));
            refused.addSuppressed(alsoRefused);
            throw refused;
        }
    }

    private static RunPlace at(
        final RunDirectory directory, final Function<RunDirectory, GroupSpec> preflight, final String warning)
    {
        try
        {
            return new RunPlace(directory, preflight.apply(directory), warning);
        }
        catch (final RuntimeException | Error ex)
        {
            directory.close();
            throw ex;
        }
    }

    /**
     * The directory.
     *
     * @return closed with this.
     */
    public RunDirectory directory()
    {
        return directory;
    }

    /**
     * The group with the settings that fit.
     *
     * @return as the preflight gave it.
     */
    public GroupSpec group()
    {
        return group;
    }

    /**
     * What the user should know.
     *
     * @return empty if the files are where they are expected.
     */
    public Optional<String> warning()
    {
        return Optional.ofNullable(warning);
    }

    @Override
    public void close()
    {
        directory.close();
    }
}
