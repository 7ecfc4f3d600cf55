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
import java.util.stream.StreamSupport;
import openweights.base.UserException;

/**
 * Finds the notebooks in the paths that an instructor names: notebooks, or folders with one
 * notebook or one folder per student. Of several attempts in a student's folder, the one with the
 * last path counts; {@link Collector} begins the path with the time. Links are not followed, and
 * hidden folders are not searched.
 */
public final class SubmissionFinder {

    private static final int MAX_DEPTH = 4;

    private final Map<String, Submission> found = new TreeMap<>();

    private SubmissionFinder() {}

    /**
     * The submissions, by student.
     *
     * @throws UserException if a path does not exist, or no path holds a notebook
     */
    public static List<Submission> find(List<Path> paths) throws IOException {
        SubmissionFinder finder = new SubmissionFinder();
        for (Path path : paths) {
            finder.path(path);
        }
        if (finder.found.isEmpty()) {
            throw new UserException(
                    "There is no notebook (*.ipynb) in %s. Name notebooks, or a folder that holds one per student."
                            .formatted(paths));
        }
        return List.copyOf(finder.found.values());
    }

    private void path(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new UserException(path + " does not exist.");
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
        try (Stream<Path> files = Files.walk(folder, MAX_DEPTH)) {
            files.filter(SubmissionFinder::isNotebook)
                    .filter(file -> !isHidden(folder.relativize(file)))
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

    /** Editors keep checkpoints in hidden folders, and a killed {@link Collector} leaves drafts. */
    private static boolean isHidden(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .anyMatch(name -> name.toString().startsWith("."));
    }

    private static String student(Path file) {
        return name(file).replaceFirst("\\.ipynb$", "");
    }

    private static String name(Path file) {
        return Normalizer.normalize(file.getFileName().toString(), Normalizer.Form.NFC);
    }
}
