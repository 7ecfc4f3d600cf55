package openweights.base;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Writes a folder next to its target and moves it there once it is complete: it exists whole or not
 * at all, and whatever was there before is never touched.
 */
public final class AtomicFolder {

    /** Writes everything that belongs in the folder. */
    public interface Content {
        void writeTo(Path folder) throws IOException;
    }

    private AtomicFolder() {}

    /**
     * Checks that a folder can be created, for callers who work for a long time before they write
     * it.
     *
     * @throws IOException if something is already there, or the place is not writable
     */
    public static void requireFree(Path place) throws IOException {
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(
                    place + ": already exists. Name a folder that does not exist yet.");
        }
        Files.delete(draft(place));
    }

    /**
     * Writes the folder, and its parents if they are missing.
     *
     * @throws IOException as {@link #requireFree}, or if the content cannot be written
     */
    public static void write(Path place, Content content) throws IOException {
        requireFree(place);
        Path draft = draft(place);
        try {
            content.writeTo(draft);
            Files.move(draft, place);
        } finally {
            Folders.delete(draft);
        }
    }

    private static Path draft(Path place) throws IOException {
        Path target = place.toAbsolutePath().normalize();
        Path draft = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
        try {
            Files.createDirectories(target.getParent());
            return Files.createDirectory(draft);
        } catch (FileSystemException e) {
            throw new IOException(
                    "%s: cannot be created because %s is not a writable folder. Name another place."
                            .formatted(place, target.getParent()),
                    e);
        }
    }
}
