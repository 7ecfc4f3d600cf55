package openweights.openness.folder;

import java.io.IOException;
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
     * Paths relative to the folder, with slashes, sorted; without hidden, empty and unreadable
     * files. An empty file contains nothing, whatever its name suggests.
     */
    static List<String> list(Path folder) throws IOException {
        return list(folder, DEPTH);
    }

    /** The same without a limit to their depth. */
    public static List<String> all(Path folder) throws IOException {
        return list(folder, Integer.MAX_VALUE);
    }

    private static List<String> list(Path folder, int depth) throws IOException {
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
