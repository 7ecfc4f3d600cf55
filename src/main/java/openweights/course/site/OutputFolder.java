package openweights.course.site;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folder that the pages are written to. */
record OutputFolder(Path folder) {

    /**
     * Writes the files, each whole or not at all; then removes what an earlier run left over.
     *
     * @throws FileAlreadyExistsException if the folder holds something that the course did not
     *     write
     */
    void write(Map<String, String> files) throws IOException {
        List<Path> before = Files.isDirectory(folder) ? list() : List.of();
        Path home = folder.resolve("index.html");
        if (!before.isEmpty() && !isPage(home)) {
            throw new FileAlreadyExistsException(
                    folder
                            + ": this folder holds "
                            + before.get(0).getFileName()
                            + " and more that is no edition of the course. Name an empty folder, or a new one.");
        }
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files.entrySet()) {
            write(folder.resolve(file.getKey()), file.getValue());
        }
        for (Path old : before) {
            if (!files.containsKey(old.getFileName().toString()) && isPage(old)) {
                Files.delete(old);
            }
        }
    }

    private void write(Path file, String text) throws IOException {
        Path draft = Files.createTempFile(folder, ".", ".part");
        try {
            Files.writeString(draft, text);
            draft.toFile().setReadable(true, false);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
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
                && Files.readString(file).contains(PageFrame.GENERATOR);
    }
}
