package openweights.grading.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds the notebooks in what an instructor names: a notebook, or a folder with one notebook or one
 * folder for each student. Of several attempts in a student's folder the last one counts, by its
 * path, which begins with the time where {@code collect} has made it. Links are not followed.
 */
public final class SubmissionFinder {

    private static final int DEEPEST = 4;

    private final Map<String, Submission> found = new TreeMap<>();

    private SubmissionFinder() {}

    /**
     * The submissions, by student.
     *
     * @throws IOException if a path is not there, or there is no notebook at all
     */
    public static List<Submission> find(List<Path> paths) throws IOException {
        SubmissionFinder finder = new SubmissionFinder();
        for (Path path : paths) {
            finder.path(path);
        }
        if (finder.found.isEmpty()) {
            throw new IOException(
                    "There is no notebook (*.ipynb) in %s. Name notebooks, or a folder that holds one for each student."
                            .formatted(paths));
        }
        return List.copyOf(finder.found.values());
    }

    private void path(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(path + " is not there.");
            }
            add(student(path), path);
            return;
        }
        try (Stream<Path> children = Files.list(path)) {
            for (Path child : children.sorted().toList()) {
                if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                    folder(child);
                } else if (isNotebook(child)) {
                    add(student(child), child);
                }
            }
        }
    }

    private void folder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            files.filter(SubmissionFinder::isNotebook)
                    .filter(file -> !file.toString().contains(".ipynb_checkpoints"))
                    .max(Comparator.comparing(Path::toString))
                    .ifPresent(file -> add(name(folder), file));
        }
    }

    private void add(String student, Path file) {
        found.put(student, new Submission(student, file));
    }

    private static boolean isNotebook(Path file) {
        return file.toString().endsWith(".ipynb") && !Files.isDirectory(file);
    }

    private static String student(Path file) {
        return name(file).replaceFirst("\\.ipynb$", "");
    }

    private static String name(Path file) {
        return Normalizer.normalize(file.getFileName().toString(), Normalizer.Form.NFC);
    }
}
