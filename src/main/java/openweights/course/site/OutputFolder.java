package openweights.course.site;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import openweights.base.AtomicFile;

/** The folder to which the pages are written. */
record OutputFolder(Path folder) {

    /**
     * Writes the files, each atomically, and then removes the pages of an earlier run that no
     * longer exist.
     *
     * @throws FileAlreadyExistsException if the folder contains files, but no page of the course
     */
    void write(Map<String, String> files) throws IOException {
        List<Path> before = Files.isDirectory(folder) ? list() : List.of();
        if (!before.isEmpty() && !isPage(folder.resolve("index.html"))) {
            throw new FileAlreadyExistsException(
                    folder
                            + ": this folder contains other files, such as "
                            + before.get(0).getFileName()
                            + ". Choose a new or an empty folder.");
        }
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files.entrySet()) {
            AtomicFile.write(folder.resolve(file.getKey()), file.getValue());
        }
        for (Path old : before) {
            if (!files.containsKey(old.getFileName().toString()) && isPage(old)) {
                Files.delete(old);
            }
        }
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static boolean isPage(Path file) throws IOException {
        return Files.isRegularFile(file)
                && file.toString().endsWith(".html")
                && Files.readString(file).contains("content=\"" + PageFrame.GENERATOR + '"');
    }
}
