package openweights.runtime.kernel.output;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The folder of the outputs that were too long for a notebook. */
public final class OutputFolder {

    private static final Duration KEPT = Duration.ofDays(7);

    /** For all files together: a loop that prints forever is often run more than once. */
    private static final long LIMIT = 500L << 20;

    private final Path folder;

    public OutputFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The file for a cell's output. Files of last week are deleted, and the oldest ones if all
     * together take more than half a gigabyte.
     */
    public Path file(int cell) {
        prune();
        return folder.resolve("cell-%d-of-%d.txt".formatted(cell, ProcessHandle.current().pid()));
    }

    private void prune() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            Instant old = Instant.now().minus(KEPT);
            long size = 0;
            for (Kept file : newestFirst()) {
                size += file.size();
                if (size > LIMIT || file.written().toInstant().isBefore(old)) {
                    Files.deleteIfExists(file.path());
                }
            }
        } catch (IOException e) {
            // Another kernel prunes at the same time, or the next one will.
        }
    }

    private record Kept(Path path, FileTime written, long size) {}

    private List<Kept> newestFirst() throws IOException {
        List<Kept> all = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "cell-*.txt")) {
            for (Path file : files) {
                all.add(new Kept(file, Files.getLastModifiedTime(file), Files.size(file)));
            }
        }
        all.sort(Comparator.comparing(Kept::written).reversed());
        return all;
    }
}
