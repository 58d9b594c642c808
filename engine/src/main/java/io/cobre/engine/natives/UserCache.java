package io.cobre.engine.natives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Native libraries unpacked once per user. Nothing is written to the folder for temporary files unless no folder of the
 * user can be written.
 */
public final class UserCache
{
    private UserCache()
    {
    }

    /**
     * Make sure that a set of files is unpacked.
     *
     * @param loader  where the resources are.
     * @param folder  of the resources, with a slash at its end.
     * @param files   without a path.
     * @param setName first part of the name of the set's folder.
     * @return the folder that has all files.
     * @throws ResourceMissingException if the class path has no such resource.
     * @throws IOException              if no folder can be written; those that were tried are suppressed in it.
     */
    public static Path unpack(
        final ClassLoader loader, final String folder, final List<String> files, final String setName)
        throws IOException
    {
        final IOException failure = new IOException("cannot unpack " + folder + files.get(0));
        for (final Path root : roots())
        {
            try
            {
                return new NativeCache(root).unpack(loader, folder, files, setName);
            }
            catch (final ResourceMissingException ex)
            {
                throw ex;
            }
            catch (final IOException ex)
            {
                failure.addSuppressed(new IOException(root + ": " + ex, ex));
            }
        }
        try
        {
            return new NativeCache(privateTemporaryFolder()).unpack(loader, folder, files, setName);
        }
        catch (final IOException ex)
        {
            failure.addSuppressed(new IOException(ex.toString(), ex));
            throw failure;
        }
    }

    private static List<Path> roots()
    {
        final List<Path> roots = new ArrayList<>();
        addRoot(roots, System.getenv("XDG_CACHE_HOME"), "");
        addRoot(roots, System.getenv("LOCALAPPDATA"), "");
        addRoot(roots, System.getProperty("user.home"), ".cache");
        return roots;
    }

    private static void addRoot(final List<Path> roots, final String base, final String below)
    {
        if (base != null && Path.of(base).isAbsolute())
        {
            roots.add(Path.of(base).resolve(below).resolve("cobre").resolve("natives"));
        }
    }

    /** Others may write to the common folder: take only a folder that is the user's own and closed to others. */
    private static Path privateTemporaryFolder() throws IOException
    {
        final String user = System.getProperty("user.name");
        final Path folder = Path.of(System.getProperty("java.io.tmpdir")).resolve("cobre-natives-" + user);
        if (!Files.isDirectory(folder))
        {
            Files.createDirectory(folder);
        }
        if (!Files.getOwner(folder).getName().equals(user))
        {
            throw new IOException(folder + " belongs to " + Files.getOwner(folder));
        }
        if (Files.getFileStore(folder).supportsFileAttributeView("posix"))
        {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        return folder;
    }
}
