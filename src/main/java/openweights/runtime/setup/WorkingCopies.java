package openweights.runtime.setup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import openweights.base.AtomicFile;
import openweights.base.Home;
import org.jspecify.annotations.Nullable;

/**
 * The notebooks in which a student works: copies in {@code work/}, in a folder for each lesson, so
 * that no new version of the course ever touches a student's work. They have no outputs, because
 * those would answer what a lesson asks before its cells are run. The glossary comes with them.
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
     * notebook is written next to it, see {@link NewVersion}.
     *
     * @return the copies written
     */
    List<Path> handOut() throws IOException {
        List<Path> written = new ArrayList<>();
        LessonFolders folders = folders();
        for (Path notebook : sources()) {
            String name = notebook.getFileName().toString();
            Path place = folders.place(name);
            String fresh = folders.atItsPlace(name, withoutOutputs(notebook));
            Path copy = target(place, fresh);
            if (copy != null) {
                write(copy, fresh);
                written.add(copy);
            }
            write(originals.resolve(place), fresh);
        }
        return written;
    }

    /** Where to copy a notebook; null if the copy has the current version. */
    private @Nullable Path target(Path place, String fresh) throws IOException {
        Path copy = work.resolve(place);
        Path original = originals.resolve(place);
        if (!Files.exists(copy)) {
            return copy;
        }
        boolean known = Files.exists(original);
        if (isText(copy, fresh) || (known && withoutOutputs(original).equals(fresh))) {
            return null;
        }
        Path target = copy;
        for (int number = 1; isTaken(target, original, fresh); number++) {
            target = NewVersion.of(copy, number);
        }
        return target;
    }

    /** Whether there is a file that may hold a student's work. */
    private static boolean isTaken(Path file, Path original, String fresh) throws IOException {
        return Files.exists(file) && !isText(file, fresh) && isChanged(file, original);
    }

    /** All notebooks in {@code work/} and its folders, by their paths. */
    public List<Path> copies() throws IOException {
        return files(work, 2, ".*\\.ipynb");
    }

    /** Where to begin: the copy that the student saved last, or the first lesson. */
    public Path current() throws IOException {
        Path current = work.resolve("00-ready").resolve("00-ready.ipynb");
        FileTime latest = FileTime.fromMillis(0);
        for (Path copy : copies()) {
            FileTime saved = Files.getLastModifiedTime(copy);
            if (saved.compareTo(latest) > 0 && isChanged(copy)) {
                latest = saved;
                current = copy;
            }
        }
        return current;
    }

    private boolean isChanged(Path copy) throws IOException {
        String name = NewVersion.original(copy.getFileName().toString());
        return isChanged(copy, originals.resolve(work.relativize(copy)).resolveSibling(name));
    }

    private static boolean isChanged(Path copy, Path original) throws IOException {
        return !Files.exists(original) || Files.mismatch(copy, original) != -1;
    }

    /** The copies that an earlier version of the course has laid side by side, in one folder. */
    SideBySide copiesSideBySide() throws IOException {
        return new SideBySide(work, originals, folders());
    }

    /** What was handed out side by side. */
    SideBySide originalsSideBySide() throws IOException {
        return new SideBySide(originals, originals, folders());
    }

    private LessonFolders folders() throws IOException {
        return LessonFolders.of(sources());
    }

    private List<Path> sources() throws IOException {
        return files(notebooks, 1, ".*\\.(ipynb|md)");
    }

    private static List<Path> files(Path folder, int depth, String pattern) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> file.getFileName().toString().matches(pattern))
                    .filter(file -> !folder.relativize(file).toString().startsWith("."))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private static String withoutOutputs(Path file) throws IOException {
        String text = Files.readString(file);
        String name = file.getFileName().toString();
        return name.endsWith(".ipynb") ? EmptyOutputs.of(name, text) : text;
    }

    private static boolean isText(Path file, String text) throws IOException {
        return Arrays.equals(Files.readAllBytes(file), text.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        AtomicFile.write(file, text);
    }
}
