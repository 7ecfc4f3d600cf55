package openweights.runtime.setup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import openweights.base.AtomicFile;

/**
 * Notebooks that lie side by side in one folder, as the course once handed them out. They move to
 * the folders of their lessons with all that is in them; only paths that lead elsewhere change.
 * Notebooks that students have made, and links, stay where they are.
 *
 * @param root the folder
 * @param originals what was handed out, side by side or in folders
 */
record SideBySide(Path root, Path originals, LessonFolders folders) {

    /** What moves, and where to; never onto another file. */
    Map<Path, Path> moves() throws IOException {
        Map<Path, Path> moves = new LinkedHashMap<>();
        for (Path file : files()) {
            Path place = root.resolve(folders.place(file.getFileName().toString()));
            if (!Files.exists(place) && wasHandedOut(file.getFileName().toString())) {
                moves.put(file, place);
            }
        }
        return moves;
    }

    /** Now, or by an earlier version of the course. */
    private boolean wasHandedOut(String name) {
        String original = NewVersion.original(name);
        return folders.names().contains(original)
                || Stream.of(Path.of(original), folders.place(original))
                        .anyMatch(place -> Files.exists(originals.resolve(place)));
    }

    /** Moves a file. If this is interrupted, the file is in at least one of both places. */
    void move(Path from, Path to) throws IOException {
        // A student's file may be in any encoding. What changes is ASCII, the rest stays as it is.
        String text = new String(Files.readAllBytes(from), StandardCharsets.ISO_8859_1);
        String moved = folders.atItsPlace(from.getFileName().toString(), text);
        Files.createDirectories(to.getParent());
        AtomicFile.write(to, moved.getBytes(StandardCharsets.ISO_8859_1));
        copyRights(from, to);
        Files.setLastModifiedTime(to, Files.getLastModifiedTime(from));
        Files.delete(from);
    }

    /** What was private stays so. */
    private static void copyRights(Path from, Path to) throws IOException {
        if (from.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(root)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }
}
