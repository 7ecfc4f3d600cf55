package openweights.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import openweights.files.Folders;

/** A new empty folder among the system's temporary ones; gone, with all in it, when closed. */
record TemporaryFolder(Path path) implements AutoCloseable {

    static TemporaryFolder create(String prefix) throws IOException {
        return new TemporaryFolder(Files.createTempDirectory(prefix));
    }

    @Override
    public void close() throws IOException {
        Folders.delete(path);
    }
}
