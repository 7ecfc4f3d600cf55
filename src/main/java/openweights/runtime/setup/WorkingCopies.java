package openweights.runtime.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import openweights.base.Home;
import org.jspecify.annotations.Nullable;

/**
 * The notebooks that a student works in: copies in {@code work/}, so that neither a new version of
 * the course nor a rebuilt lesson ever touches what a student wrote.
 *
 * @param originals what was handed out last, to tell a copy that was worked in from one that was
 *     not
 */
public record WorkingCopies(Path notebooks, Path work, Path originals) {

    public static WorkingCopies of(Home project) {
        return new WorkingCopies(
                project.notebooks(), project.work(), project.state().resolve("handed-out"));
    }

    /**
     * Hands out notebooks that are new, and new versions of those not worked in. The new version of
     * one that was worked in is put beside it as {@code NAME.new.ipynb}.
     *
     * @return the copies written
     */
    List<Path> handOut() throws IOException {
        Files.createDirectories(work);
        Files.createDirectories(originals);
        List<Path> written = new ArrayList<>();
        for (Path notebook : notebooksIn(notebooks)) {
            Path copy = target(notebook.getFileName().toString());
            if (copy != null) {
                replace(notebook, copy);
                written.add(copy);
            }
            replace(notebook, originals.resolve(notebook.getFileName()));
        }
        return written;
    }

    /** Where this notebook is to be copied now, or null if the copy there is of this version. */
    private @Nullable Path target(String name) throws IOException {
        Path notebook = notebooks.resolve(name);
        Path original = originals.resolve(name);
        Path copy = work.resolve(name);
        if (!Files.exists(copy)) {
            return copy;
        }
        if (same(notebook, original) || same(notebook, copy)) {
            return null;
        }
        return same(copy, original) ? copy : work.resolve(name.replace(".ipynb", ".new.ipynb"));
    }

    /** All notebooks in {@code work/}. */
    public List<Path> copies() throws IOException {
        return notebooksIn(work);
    }

    private static List<Path> notebooksIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
        }
    }

    private static boolean same(Path one, Path other) throws IOException {
        return Files.exists(other) && Files.mismatch(one, other) == -1;
    }

    private static void replace(Path from, Path to) throws IOException {
        Path half = to.resolveSibling(to.getFileName() + ".part");
        Files.copy(from, half, StandardCopyOption.REPLACE_EXISTING);
        Files.move(half, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
