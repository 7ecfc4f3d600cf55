package openweights.runtime.kernel.output;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** The folder of the outputs that were too long for a notebook. */
public final class OutputFolder {

    private static final Duration KEPT = Duration.ofDays(7);

    private final Path folder;

    public OutputFolder(Path folder) {
        this.folder = folder;
    }

    /** The file for a cell's output. Files of last week are deleted. */
    public Path file(int cell) {
        prune();
        return folder.resolve("cell-%d-of-%d.txt".formatted(cell, ProcessHandle.current().pid()));
    }

    private void prune() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "cell-*.txt")) {
            Instant old = Instant.now().minus(KEPT);
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            // Another kernel prunes at the same time, or the next one will.
        }
    }
}
