package openweights.course.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import openweights.base.Folders;

/**
 * An empty folder for what a lesson writes while it runs; gone afterwards.
 *
 * <p>It lies in the project's folder, beside {@code notebooks} and the students' own copies, so
 * that relative paths mean the same in all three. Its name is always the same, as a cell may print
 * it.
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
