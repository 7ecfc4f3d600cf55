package openweights.runtime.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import openweights.base.AtomicFile;
import openweights.base.Home;
import org.jspecify.annotations.Nullable;

/**
 * The notebooks in which a student works: copies in {@code work/}, so that no new version of the
 * course ever touches a student's work. They have no outputs, because those would answer what a
 * lesson asks before its cells are run. The glossary comes with them.
 *
 * @param originals the versions that were handed out last, which show whether a student has changed
 *     a copy
 */
public record WorkingCopies(Path notebooks, Path work, Path originals) {

    public static WorkingCopies of(Home project) {
        return new WorkingCopies(
                project.notebooks(), project.work(), project.personal().resolve("handed-out"));
    }

    /**
     * Hands out new notebooks, and new versions of unchanged ones. The new version of a changed
     * notebook is written next to it as {@code NAME.new.ipynb}.
     *
     * @return the copies written
     */
    List<Path> handOut() throws IOException {
        Files.createDirectories(work);
        Files.createDirectories(originals);
        List<Path> written = new ArrayList<>();
        for (Path notebook : files(notebooks, ".*\\.(ipynb|md)")) {
            Path copy = target(notebook.getFileName().toString());
            if (copy != null) {
                replace(notebook, copy);
                written.add(copy);
            }
            replace(notebook, originals.resolve(notebook.getFileName()));
        }
        return written;
    }

    /** Where to copy a notebook; null if the copy has the current version. */
    private @Nullable Path target(String name) throws IOException {
        Path notebook = notebooks.resolve(name);
        Path original = originals.resolve(name);
        Path copy = work.resolve(name);
        if (!Files.exists(copy)) {
            return copy;
        }
        if (sameWithoutOutputs(notebook, original) || same(notebook, copy)) {
            return null;
        }
        return same(copy, original)
                ? copy
                : work.resolve(name.replaceFirst("\\.(\\w+)$", ".new.$1"));
    }

    /** All notebooks in {@code work/}. */
    public List<Path> copies() throws IOException {
        return files(work, ".*\\.ipynb");
    }

    private static List<Path> files(Path folder, String pattern) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(pattern)).sorted().toList();
        }
    }

    private static boolean same(Path one, Path other) throws IOException {
        return Files.exists(other) && Files.mismatch(one, other) == -1;
    }

    private static boolean sameWithoutOutputs(Path one, Path other) throws IOException {
        return Files.exists(other) && Arrays.equals(content(one), content(other));
    }

    private static void replace(Path from, Path to) throws IOException {
        AtomicFile.write(to, content(from));
    }

    private static byte[] content(Path file) throws IOException {
        return file.toString().endsWith(".ipynb")
                ? EmptyOutputs.of(file)
                : Files.readAllBytes(file);
    }
}
