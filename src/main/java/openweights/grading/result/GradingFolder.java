package openweights.grading.result;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import openweights.base.PrivateFolder;
import openweights.base.ShellWord;
import openweights.base.UserException;
import openweights.grading.decision.Decisions;
import openweights.grading.decision.Journal;

/**
 * The folder with everything that grading keeps about one exercise.
 *
 * @param exercise as the user named it, for messages
 * @param options with which another command finds the same folder and exercise; none if both are in
 *     the usual places
 */
public record GradingFolder(String exercise, Path path, List<String> options) {

    public GradingFolder {
        options = List.copyOf(options);
    }

    /**
     * The folder of an exercise.
     *
     * @param all holds the folders of all exercises
     * @param exercise its id, or the path of its folder
     * @param options as above
     */
    public static GradingFolder of(Path all, String exercise, List<String> options) {
        String id = Path.of(exercise).getFileName().toString();
        return new GradingFolder(exercise, all.toAbsolutePath().normalize().resolve(id), options);
    }

    /** The same in the usual places. */
    public static GradingFolder of(Path all, String exercise) {
        return of(all, exercise, List.of());
    }

    /**
     * Another command about this exercise, to copy into a terminal.
     *
     * @param words what follows the exercise, such as {@code ARCHIVE}
     */
    public String command(String name, String... words) {
        return course(name, Stream.concat(Stream.of(exercise), Stream.of(words)));
    }

    /** A command about the list of students beside this folder. */
    public String rosterCommand() {
        return course("roster", Stream.of("FILE"));
    }

    private String course(String name, Stream<String> words) {
        List<String> all = Stream.concat(words, options.stream()).toList();
        return "./course %s %s".formatted(name, ShellWord.all(all));
    }

    /** The exercise's id. */
    public String id() {
        return path.getFileName().toString();
    }

    /** Submissions taken from a platform. */
    public Path collected() {
        return path.resolve("collected");
    }

    /** Copies of the notebooks that were graded. */
    public Path snapshots() {
        return path.resolve("snapshots");
    }

    /** The {@link ResultsFile}. */
    public Path results() {
        return path.resolve("results.jsonl");
    }

    /** Results of grading again, until it is decided which of them count. */
    public Path regraded() {
        return path.resolve("regraded.jsonl");
    }

    /** The table in which a person gives points. */
    public Path manualSheet() {
        return path.resolve("manual.csv");
    }

    /** What was decided on the desk. */
    public Path decisions() {
        return path.resolve("decisions.jsonl");
    }

    /** Rubric items to begin with; need not exist. */
    public Path rubric() {
        return path.resolve("rubric.yaml");
    }

    /** The policy for late submissions; need not exist. */
    public Path latePolicy() {
        return path.resolve("late.yaml");
    }

    /** Which of a student's attempts counts, by the file and by what was chosen on the desk. */
    public AttemptPolicy attemptPolicy() throws IOException {
        return attemptPolicy(new Journal(decisions()).decisions());
    }

    private AttemptPolicy attemptPolicy(Decisions decisions) throws IOException {
        return AttemptPolicy.read(attempts()).with(decisions.attempts());
    }

    /** The rule by which attempts count; need not exist. */
    public Path attempts() {
        return path.resolve("attempts.yaml");
    }

    /** Whether each submission is marked twice; need not exist. */
    public Path doubleMarking() {
        return path.resolve("double.yaml");
    }

    /** Pages for students. */
    public Path feedback() throws IOException {
        return PrivateFolder.create(path.resolve("feedback"));
    }

    /** Files for other programs. */
    public Path export() throws IOException {
        return PrivateFolder.create(path.resolve("export"));
    }

    /** Shards of a cluster that grades by this version of the exercise. */
    public Path shards(String version) {
        return path.resolve("slurm-" + version.substring(0, 12));
    }

    /**
     * The result that counts for each student.
     *
     * @throws UserException if there is none
     */
    public Collection<Result> latest() throws IOException {
        return latest(new Journal(decisions()).decisions());
    }

    /**
     * The result that counts for each student, given what was chosen on the desk.
     *
     * @throws UserException if there is none
     */
    public Collection<Result> latest(Decisions decisions) throws IOException {
        Collection<Result> latest = attemptPolicy(decisions).choose(this);
        if (latest.isEmpty()) {
            throw new UserException(
                    "There are no results for %s yet: %s is missing or empty. Grade first: %s"
                            .formatted(id(), results(), command("grade")));
        }
        return latest;
    }
}
