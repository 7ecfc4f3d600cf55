package openweights.base;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import java.util.UUID;

/**
 * Writes a file next to its target and moves it there once it is complete, so that nobody ever sees
 * half of it, an older file survives a failure, and memory that maps the older file stays valid.
 */
public final class AtomicFile {

    /** Writes the whole file. */
    public interface Content {
        void writeTo(FileChannel channel) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Checks that a file can be written, for callers who work for a long time before they write it.
     *
     * @throws IOException if its folder is missing, or not writable
     */
    public static void requireWritable(Path file) throws IOException {
        Path part = part(file.toAbsolutePath());
        try {
            Files.delete(Files.createFile(part));
        } catch (FileSystemException e) {
            throw new IOException(
                    "%s: cannot be written because %s is not a writable folder. Name another place."
                            .formatted(file, part.getParent()),
                    e);
        }
    }

    /** Writes the bytes. */
    public static void write(Path file, byte[] bytes) throws IOException {
        write(file, of(bytes));
    }

    /** Writes the text in UTF-8. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    static Content of(byte[] bytes) {
        return channel -> writeFully(channel, ByteBuffer.wrap(bytes));
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /**
     * Writes a file of any size through a channel.
     *
     * @throws IOException if it cannot be written; the target is then as it was
     */
    public static void write(Path file, Content content) throws IOException {
        write(file, content, new FileAttribute<?>[0]);
    }

    /** The same for a file with certain rights. */
    static void write(Path file, Content content, FileAttribute<?>[] rights) throws IOException {
        Path target = file.toAbsolutePath();
        requirePlace(target);
        Path part = part(target);
        try {
            try (FileChannel channel =
                    FileChannel.open(
                            part,
                            Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
                            rights)) {
                content.writeTo(channel);
                channel.force(true);
            }
            move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path part(Path target) {
        return target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    }

    /** Otherwise the error would name the file that is written for the time being. */
    private static void requirePlace(Path target) throws IOException {
        Path folder = target.getParent();
        if (folder != null && Files.notExists(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        if (Files.isDirectory(target)) {
            throw new IOException(target + ": is a folder. Name a file.");
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
