package openweights.engine.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * A file's size, time and identity when it was opened, to detect changes before it is read again.
 *
 * @param key the file system's identifier of the file; null where there is none
 */
record FileStamp(long size, FileTime modified, Object key) {

    /**
     * @throws IOException if there is no such file, or it is something without a known size, such
     *     as a folder or a pipe
     */
    static FileStamp of(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        if (!now.isRegularFile()) {
            throw new IOException(
                    file + ": this is not a regular file. Name the file that holds the weights.");
        }
        return new FileStamp(now.size(), now.lastModifiedTime(), now.fileKey());
    }

    /** How the file has changed; empty if it has not. */
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
