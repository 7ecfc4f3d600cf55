package openweights.openness.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;

/** The files below a folder. */
public final class FileTree {

    private static final int DEPTH = 6;
    private static final int MAX_FILES = 20_000;

    private FileTree() {}

    /**
     * What is below a folder.
     *
     * @param files as {@link #list} gives them
     * @param unreadable files and folders that may not be read
     */
    record Listing(List<String> files, List<String> unreadable) {}

    /**
     * Looks at a release.
     *
     * @throws AccessDeniedException if the folder itself may not be read
     */
    static Listing look(Path folder) throws IOException {
        if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
            throw new AccessDeniedException(folder.toString());
        }
        List<String> unreadable = new ArrayList<>();
        List<String> files = list(folder, DEPTH, unreadable);
        files.stream()
                .filter(file -> !Files.isReadable(folder.resolve(file)))
                .forEach(unreadable::add);
        return new Listing(files, unreadable);
    }

    /**
     * Paths relative to the folder, with slashes, sorted; without hidden, empty and unreadable
     * files. An empty file contains nothing, whatever its name suggests.
     */
    static List<String> list(Path folder) throws IOException {
        return list(folder, DEPTH, new ArrayList<>());
    }

    /** The same without a limit to their depth. */
    public static List<String> all(Path folder) throws IOException {
        return list(folder, Integer.MAX_VALUE, new ArrayList<>());
    }

    private static List<String> list(Path folder, int depth, List<String> unreadable)
            throws IOException {
        List<String> found = new ArrayList<>();
        Files.walkFileTree(
                folder,
                EnumSet.noneOf(FileVisitOption.class),
                depth,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes a) {
                        boolean inside = path.equals(folder) || !hidden(path);
                        return inside ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
                            throws IOException {
                        boolean full = !Files.isDirectory(path) && Files.size(path) > 0;
                        if (full && !hidden(path)) {
                            found.add(folder.relativize(path).toString().replace('\\', '/'));
                        }
                        return found.size() < MAX_FILES
                                ? FileVisitResult.CONTINUE
                                : FileVisitResult.TERMINATE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path path, IOException e) {
                        unreadable.add(folder.relativize(path).toString().replace('\\', '/'));
                        return FileVisitResult.CONTINUE;
                    }
                });
        Collections.sort(found);
        return found;
    }

    private static boolean hidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }
}
