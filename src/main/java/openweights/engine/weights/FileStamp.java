package openweights.engine.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * How a file looked when it was opened, so that a change can be noticed before it is read again.
 *
 * @param key the file system's own name for the file, or null where it has none
 */
record FileStamp(long size, FileTime modified, Object key) {

    /**
     * @throws IOException if there is no such file, or it is something (a folder, a pipe) whose
     *     size nobody can know
     */
    static FileStamp of(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        if (!now.isRegularFile()) {
            throw new IOException(
                    file + ": this is no ordinary file. Name the file that holds the weights.");
        }
        return new FileStamp(now.size(), now.lastModifiedTime(), now.fileKey());
    }

    /** What is different at the file now; empty if nothing. */
    Optional<String> changeOf(Path file) throws IOException {
        FileStamp now;
        try {
            now = of(file);
        } catch (NoSuchFileException gone) {
            return Optional.of("it was deleted");
        }
        if (now.size != size) {
            return Optional.of("it had " + size + " bytes and now has " + now.size);
        }
        return equals(now) ? Optional.empty() : Optional.of("it was written to at " + now.modified);
    }
}
