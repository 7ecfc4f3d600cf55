package openweights.grading.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import openweights.base.UserException;

/**
 * Finds the notebooks in the paths that an instructor names: notebooks, or folders with one
 * notebook or one folder per student. {@link Attempts} says which of several in a student's folder
 * counts. Links are not followed, and hidden folders are not searched.
 */
public final class SubmissionFinder {

    private static final int MAX_DEPTH = 4;

    private final Map<String, Submission> found = new TreeMap<>();

    private final Attempts attempts;

    private SubmissionFinder(String exercise) {
        attempts = new Attempts(exercise);
    }

    /**
     * The submissions, by student.
     *
     * @param exercise its id, which tells its notebooks from others
     * @throws UserException if a path does not exist, or no path holds a notebook
     */
    public static List<Submission> find(List<Path> paths, String exercise) throws IOException {
        SubmissionFinder finder = new SubmissionFinder(exercise);
        for (Path path : paths) {
            finder.path(path);
        }
        if (finder.found.isEmpty()) {
            throw new UserException(
                    "There is no notebook (*.ipynb) in %s. Name notebooks, or a folder that holds one per student."
                            .formatted(
                                    paths.stream()
                                            .map(Path::toString)
                                            .collect(Collectors.joining(", "))));
        }
        return List.copyOf(finder.found.values());
    }

    /**
     * The submissions in these paths, or those that were collected if there are none. Their files
     * have absolute names, because results name them and are read from other folders and machines.
     *
     * @throws UserException as {@link #find(List, String)}
     */
    public static List<Submission> find(List<Path> paths, Path collected, String exercise)
            throws IOException {
        List<Path> places = paths.isEmpty() ? List.of(collected) : paths;
        return find(
                places.stream().map(place -> place.toAbsolutePath().normalize()).toList(),
                exercise);
    }

    /**
     * The notebook that counts in one student's folder; empty if there is none.
     *
     * @param exercise its id, which tells its notebooks from others
     */
    public static Optional<Submission> one(String student, Path folder, String exercise)
            throws IOException {
        List<Path> notebooks = notebooks(folder);
        return notebooks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Attempts(exercise).choose(student, notebooks));
    }

    /** Attempts of the same students with another content than the last. */
    public static List<Submission> earlier(List<Submission> last, Path collected)
            throws IOException {
        List<Submission> earlier = new ArrayList<>();
        for (Submission each : last) {
            Set<String> known = new HashSet<>(Set.of(each.hash()));
            for (Receipt receipt : Receipt.all(collected, each.student())) {
                if (known.add(receipt.sha256())) {
                    earlier.add(new Submission(each.student(), receipt.notebook()));
                }
            }
        }
        return earlier;
    }

    private void path(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new UserException(path + " does not exist.");
            }
            add(new Submission(student(path), path));
            return;
        }
        try (Stream<Path> children = Files.list(path)) {
            for (Path child : children.sorted().toList()) {
                if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                    folder(child);
                } else if (isNotebook(child)) {
                    add(new Submission(student(child), child));
                }
            }
        }
    }

    private void folder(Path folder) throws IOException {
        List<Path> notebooks = notebooks(folder);
        if (!notebooks.isEmpty()) {
            add(attempts.choose(name(folder), notebooks));
        }
    }

    private static List<Path> notebooks(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, MAX_DEPTH)) {
            return files.filter(SubmissionFinder::isNotebook)
                    .filter(file -> !isHidden(folder.relativize(file)))
                    .toList();
        }
    }

    private void add(Submission submission) {
        found.put(submission.student(), submission);
    }

    private static boolean isNotebook(Path file) {
        return FileNames.isNotebook(name(file)) && !Files.isDirectory(file);
    }

    /** Editors keep checkpoints in hidden folders, and a killed {@link Collector} leaves drafts. */
    private static boolean isHidden(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .anyMatch(name -> name.toString().startsWith("."));
    }

    private static String student(Path file) {
        return FileNames.stem(name(file));
    }

    private static String name(Path file) {
        return Normalizer.normalize(file.getFileName().toString(), Normalizer.Form.NFC);
    }
}
