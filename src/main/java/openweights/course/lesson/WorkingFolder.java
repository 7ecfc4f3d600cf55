package openweights.course.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import openweights.base.Folders;

/**
 * A temporary empty folder in which a lesson runs.
 *
 * <p>It lies next to {@code notebooks} and {@code work}, so that relative paths mean the same in
 * all three. Its name never changes, because a cell may print it.
 */
record WorkingFolder(Path path) implements AutoCloseable {

    static WorkingFolder of(Path root, Course.Entry entry) throws IOException {
        WorkingFolder folder = new WorkingFolder(root.resolve(".run-" + entry.number()));
        folder.close();
        Files.createDirectory(folder.path);
        return folder;
    }

    @Override
    public void close() throws IOException {
        Folders.delete(path);
    }
}
