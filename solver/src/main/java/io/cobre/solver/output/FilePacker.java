package io.cobre.solver.output;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

/**
 * The files of a folder in packages of about a megabyte. A package is a sequence of pieces: relative path, length,
 * bytes; the pieces of a file follow each other.
 */
final class FilePacker
{
    private static final int PIECE = 1 << 20;

    private final Path folder;
    private final Deque<Path> files = new ArrayDeque<>();
    private InputStream current;

    /**
     * Pack a folder.
     *
     * @param folder null for none.
     */
    FilePacker(final Path folder) throws IOException
    {
        this.folder = folder;
        if (folder != null)
        {
            try (Stream<Path> tree = Files.walk(folder))
            {
                tree.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
    }

    /**
     * The next package.
     *
     * @return empty if there is no more.
     */
    byte[] next() throws IOException
    {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes))
        {
            while (!files.isEmpty() && bytes.size() < PIECE)
            {
                addPiece(out);
            }
        }
        return bytes.toByteArray();
    }

    private void addPiece(final DataOutputStream out) throws IOException
    {
        if (current == null)
        {
            current = Files.newInputStream(files.peek());
        }
        final byte[] piece = current.readNBytes(PIECE);
        out.writeUTF(folder.relativize(files.peek()).toString());
        out.writeInt(piece.length);
        out.write(piece);
        if (piece.length < PIECE)
        {
            current.close();
            current = null;
            files.remove();
        }
    }

    /**
     * Append the pieces to the files that they belong to.
     *
     * @param packages of any number of ranks, whose files are different ones.
     * @param target   folder.
     */
    static void unpack(final byte[] packages, final Path target) throws IOException
    {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(packages)))
        {
            while (in.available() > 0)
            {
                final Path file = target.resolve(in.readUTF()).normalize();
                final byte[] piece = in.readNBytes(in.readInt());
                if (!file.startsWith(target.normalize()))
                {
                    throw new IOException("a piece of " + file + ", which is not in " + target);
                }
                Files.createDirectories(file.getParent());
                Files.write(file, piece, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        }
    }
}
