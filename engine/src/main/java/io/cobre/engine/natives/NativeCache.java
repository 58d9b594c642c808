package io.cobre.engine.natives;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;

/**
 * Native libraries unpacked from the class path into one folder per set of files and content. A file appears under
 * its name complete or not at all, so that processes may unpack at the same time; one that differs from the archive
 * in length or checksum is replaced.
 */
public final class NativeCache
{
    private static final int CHUNK = 1 << 16;
    private static final String SHA_SUFFIX = ".sha256";

    private final Path root;

    /**
     * A cache that may not exist yet.
     *
     * @param root folder of all sets.
     */
    NativeCache(final Path root)
    {
        this.root = root;
    }

    private record Content(long size, long crc)
    {
    }

    /**
     * Make sure that a set of files is unpacked.
     *
     * @param loader    where the resources are.
     * @param folder    of the resources, with a slash at its end.
     * @param names     of the files, without a path.
     * @param setName   first part of the name of the set's folder.
     * @return the folder that has all files.
     * @throws ResourceMissingException if the class path has no such resource.
     * @throws IOException              if this cache cannot be written.
     */
    Path unpack(final ClassLoader loader, final String folder, final List<String> names, final String setName)
        throws IOException
    {
        final List<URL> urls = new ArrayList<>();
        final List<Content> contents = new ArrayList<>();
        final CRC32 all = new CRC32();
        for (final String name : names)
        {
            final URL url = loader.getResource(folder + name);
            if (url == null)
            {
                throw new ResourceMissingException(folder + name);
            }
            final Content content = contentOf(url);
            urls.add(url);
            contents.add(content);
            all.update((name + content).getBytes(StandardCharsets.UTF_8));
        }

        final Path set = root.resolve(setName + '-' + HexFormat.of().toHexDigits((int) all.getValue()));
        Files.createDirectories(set);
        for (int i = 0; i < names.size(); i++)
        {
            final Path file = set.resolve(names.get(i));
            if (!holds(file, contents.get(i)))
            {
                write(urls.get(i), file, contents.get(i));
            }
        }
        return set;
    }

    /**
     * SHA-256 of the files of a set: that of the file if there is one, else that of the text of all hashes.
     *
     * @param set   the folder.
     * @param names of its files.
     * @return 64 hexadecimal digits.
     * @throws IOException if a file cannot be read.
     */
    public static String sha256(final Path set, final List<String> names) throws IOException
    {
        final StringBuilder all = new StringBuilder();
        for (final String name : names)
        {
            all.append(sha256(set.resolve(name)));
        }
        return names.size() == 1 ? all.toString() :
            HexFormat.of().formatHex(newDigest().digest(all.toString().getBytes(StandardCharsets.US_ASCII)));
    }

    /**
     * SHA-256 of an unpacked file, noted when it was written and computed if the note is missing.
     *
     * @param file unpacked by this class.
     * @return 64 hexadecimal digits.
     * @throws IOException if the file cannot be read.
     */
    static String sha256(final Path file) throws IOException
    {
        final Path note = noteOf(file);
        if (Files.isRegularFile(note))
        {
            final String text = Files.readString(note, StandardCharsets.US_ASCII).trim();
            if (text.matches("[0-9a-f]{64}"))
            {
                return text;
            }
        }
        final MessageDigest digest = newDigest();
        try (InputStream in = Files.newInputStream(file))
        {
            final byte[] chunk = new byte[CHUNK];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk))
            {
                digest.update(chunk, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Content contentOf(final URL url) throws IOException
    {
        final URLConnection connection = url.openConnection();
        if (connection instanceof JarURLConnection)
        {
            connection.setUseCaches(false);
            try (JarFile jar = ((JarURLConnection) connection).getJarFile())
            {
                final JarEntry entry = jar.getJarEntry(((JarURLConnection) connection).getEntryName());
                return new Content(entry.getSize(), entry.getCrc());
            }
        }
        try (InputStream in = connection.getInputStream())
        {
            return contentOf(in);
        }
    }

    private static Content contentOf(final InputStream in) throws IOException
    {
        final CRC32 crc = new CRC32();
        final byte[] chunk = new byte[CHUNK];
        long size = 0;
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk))
        {
            crc.update(chunk, 0, n);
            size += n;
        }
        return new Content(size, crc.getValue());
    }

    private static boolean holds(final Path file, final Content content) throws IOException
    {
        if (!Files.isRegularFile(file) || Files.size(file) != content.size())
        {
            return false;
        }
        try (InputStream in = Files.newInputStream(file))
        {
            return contentOf(in).equals(content);
        }
    }

    private static void write(final URL url, final Path file, final Content content) throws IOException
    {
        final Path draft = Files.createTempFile(file.getParent(), '.' + file.getFileName().toString(), ".part");
        try
        {
            final URLConnection connection = url.openConnection();
            connection.setUseCaches(false);
            try (InputStream in = connection.getInputStream())
            {
                Files.copy(in, draft, StandardCopyOption.REPLACE_EXISTING);
            }
            if (!holds(draft, content))
            {
                throw new IOException(file + " does not have the content of " + url + " after it was written");
            }
            final Path note = Files.createTempFile(file.getParent(), '.' + file.getFileName().toString(), ".part");
            Files.writeString(note, sha256(draft), StandardCharsets.US_ASCII);
            Files.move(note, noteOf(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        finally
        {
            Files.deleteIfExists(draft);
        }
    }

    private static Path noteOf(final Path file)
    {
        return file.resolveSibling(file.getFileName() + SHA_SUFFIX);
    }

    private static MessageDigest newDigest()
    {
        try
        {
            return MessageDigest.getInstance("SHA-256");
        }
        catch (final NoSuchAlgorithmException ex)
        {
            throw new IllegalStateException("every Java platform has SHA-256", ex);
        }
    }
}
