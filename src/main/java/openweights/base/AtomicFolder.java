package openweights.base;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Writes a folder beside its place and moves it there when it is whole: so it is there whole or not
 * at all, and nothing that was there before is touched.
 */
public final class AtomicFolder {

    /** Writes all that shall be in the folder. */
    public interface Content {
        void writeTo(Path folder) throws IOException;
    }

    private AtomicFolder() {}

    /**
     * Makes sure that a folder can be made, for those who have long to work before they write it.
     *
     * @throws IOException if something is there already, or the place may not be written to
     */
    public static void requireFree(Path place) throws IOException {
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(
                    place + ": is there already. Name a folder that does not exist yet.");
        }
        Files.delete(draft(place));
    }

    /**
     * Writes the folder.
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
                    "%s: cannot be made, as %s is no folder that we may write to. Name another place."
                            .formatted(place, target.getParent()),
                    e);
        }
    }
}
