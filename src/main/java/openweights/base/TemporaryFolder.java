package openweights.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A new folder in the system's temporary folder; deleted with everything in it when closed. */
public record TemporaryFolder(Path path) implements AutoCloseable {

    public static TemporaryFolder create(String prefix) throws IOException {
        return new TemporaryFolder(Files.createTempDirectory(prefix));
    }

    @Override
    public void close() throws IOException {
        Folders.delete(path);
    }
}
