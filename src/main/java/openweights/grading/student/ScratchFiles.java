package openweights.grading.student;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The folder that the sandbox lets programs write. It also holds folders with libraries, in which
 * nothing can be written: to look through these before each test would take longer than the test.
 */
final class ScratchFiles {

    private final Path folder;

    /** Those that were there at the start. */
    private final Set<Path> known = new HashSet<>();

    /** Of the known ones, folders that cannot be written. */
    private final Set<Path> sealed = new HashSet<>();

    ScratchFiles(Path folder) {
        this.folder = folder;
        for (Path each : found()) {
            known.add(each);
            if (isFolder(each) && !Files.isWritable(each)) {
                sealed.add(each);
            }
        }
    }

    /**
     * Deletes what has come since.
     *
     * @throws IOException if something cannot be deleted
     */
    void remove() throws IOException {
        for (Path each : found()) {
            if (!known.contains(each)) {
                Files.delete(each);
            }
        }
    }

    /** What is in the folder, the innermost first; the folder itself if that cannot be told. */
    private List<Path> found() {
        List<Path> found = new ArrayList<>();
        try {
            addFrom(folder, found);
            return found;
        } catch (IOException | DirectoryIteratorException e) {
            return List.of(folder);
        }
    }

    private void addFrom(Path parent, List<Path> found) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent)) {
            for (Path each : entries) {
                if (isFolder(each) && !sealed.contains(each)) {
                    addFrom(each, found);
                }
                found.add(each);
            }
        }
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }
}
