package openweights.grading.submission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import openweights.course.exercise.release.Release;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.ExerciseCell;
import openweights.grading.submission.GradedCell.Role;
import org.jspecify.annotations.Nullable;

/**
 * Reassembles a notebook from its exercise and what is left of the submission.
 *
 * <p>An answer is found by any of its cell's names. If no cell has one of them, the unclaimed code
 * cell most similar to the starter code is taken. Several cells with one name (copies, or a cell
 * that was split) all run in their order, so the last definition counts, as it does in the
 * notebook; untouched copies are left out. What an answer must declare and its own cells do not is
 * taken from any other cell that declares it.
 */
final class NotebookRepair {

    private static final double MIN_SIMILARITY = 0.5;

    private final SubmittedNotebook notebook;
    private final Exercise exercise;
    private final Strays strays;
    private final Set<String> doubtful = new LinkedHashSet<>();
    private final List<String> repairs = new ArrayList<>();

    /** Cell -> the part of the exercise that it belongs to; without the student's additions. */
    private final Map<SubmittedCell, ExerciseCell> claimed = new LinkedHashMap<>();

    /** Additional cells by the part that they follow; null for those before the first part. */
    private final Map<ExerciseCell, List<SubmittedCell>> extras = new HashMap<>();

    NotebookRepair(SubmittedNotebook notebook, Exercise exercise) {
        this.notebook = notebook;
        this.exercise = exercise;
        strays = new Strays(notebook, exercise);
    }

    Answers answers() {
        claimByName();
        exercise.questions().forEach(this::claimBySimilarity);
        placeExtras();
        if (isOutdated()) {
            repairs.add("The notebook was made from another version of the exercise.");
        }
        List<GradedCell> cells = new ArrayList<>();
        Set<String> untouched = new LinkedHashSet<>();
        addExtras(null, cells);
        for (ExerciseCell part : exercise.parts()) {
            if (part instanceof ExerciseCell.Given given) {
                given(given, cells);
            } else if (part instanceof ExerciseCell.Answer answer) {
                answer(answer, cells, untouched);
            }
            addExtras(part, cells);
            if (part instanceof ExerciseCell.Answer answer) {
                cells.add(new GradedCell("", Role.TESTS, answer.question(), ""));
            }
        }
        return new Answers(cells, untouched, doubtful, repairs);
    }

    /**
     * Whether the student had another exercise before them. Who mends a hidden test makes another
     * version, too, but that is nothing to tell a student.
     */
    private boolean isOutdated() {
        if (notebook.version().isEmpty() || notebook.version().equals(exercise.version())) {
            return false;
        }
        String all =
                notebook.cells().stream()
                        .map(cell -> withoutSpace(cell.source()))
                        .collect(Collectors.joining("\n"));
        return !Release.shown(exercise).stream().allMatch(each -> all.contains(withoutSpace(each)));
    }

    private void claimByName() {
        for (SubmittedCell cell : notebook.cells()) {
            List<ExerciseCell> named =
                    exercise.parts().stream().filter(part -> names(cell, part)).toList();
            if (named.size() == 1) {
                claimed.put(cell, named.get(0));
            } else if (named.size() > 1) {
                claimed.put(cell, mostSimilar(cell, named));
            }
        }
    }

    private static boolean names(SubmittedCell cell, ExerciseCell part) {
        return cell.names().contains(part.id())
                || (part instanceof ExerciseCell.Answer answer
                        && cell.names().contains(answer.question()));
    }

    /** No editor gives one cell the names of two parts, so the text decides. */
    private ExerciseCell mostSimilar(SubmittedCell cell, List<ExerciseCell> named) {
        ExerciseCell part =
                named.stream()
                        .max(Comparator.comparing(each -> similarity(cell.source(), starter(each))))
                        .orElseThrow();
        repairs.add(
                "A cell has the names of %s; judging by its text, it counts as %s."
                        .formatted(
                                named.stream()
                                        .map(ExerciseCell::id)
                                        .collect(Collectors.joining(", ")),
                                part.id()));
        return part;
    }

    static String starter(ExerciseCell part) {
        if (part instanceof ExerciseCell.Answer answer) {
            return answer.starter();
        }
        return part instanceof ExerciseCell.Given given
                ? given.source()
                : ((ExerciseCell.Text) part).markdown();
    }

    private void claimBySimilarity(ExerciseCell.Answer answer) {
        if (claimed.containsValue(answer)) {
            return;
        }
        SubmittedCell best = null;
        double similarity = MIN_SIMILARITY;
        for (SubmittedCell cell : notebook.cells()) {
            if (cell.code() && !claimed.containsKey(cell) && !isTests(cell)) {
                double now = similarity(cell.source(), answer.starter());
                if (now > similarity) {
                    best = cell;
                    similarity = now;
                }
            }
        }
        if (best != null) {
            claimed.put(best, answer);
            repairs.add(
                    "The cell of %s had lost its name; it was found by its text."
                            .formatted(answer.question()));
        }
    }

    /** The share of the starter's words that the text contains. */
    private static double similarity(String source, String starter) {
        Set<String> words = words(starter);
        Set<String> found = words(source);
        found.retainAll(words);
        return words.isEmpty() ? 0 : (double) found.size() / words.size();
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>(List.of(text.split("\\W+")));
        words.remove("");
        return words;
    }

    private void placeExtras() {
        ExerciseCell previous = null;
        for (SubmittedCell cell : notebook.cells()) {
            if (claimed.containsKey(cell)) {
                previous = claimed.get(cell);
            } else if (cell.code() && !cell.source().isBlank() && !isTests(cell)) {
                extras.computeIfAbsent(previous, part -> new ArrayList<>()).add(cell);
            }
        }
    }

    /** Whether it is a copy of a cell of tests, which the real tests replace. */
    private static boolean isTests(SubmittedCell cell) {
        return cell.source().contains("Check.question(")
                || cell.names().stream().anyMatch(name -> name.endsWith("-tests"));
    }

    private void addExtras(@Nullable ExerciseCell part, List<GradedCell> cells) {
        for (SubmittedCell cell : extras.getOrDefault(part, List.of())) {
            String id = cell.names().isEmpty() ? "added" : cell.names().iterator().next();
            cells.add(new GradedCell(id, Role.EXTRA, "", cell.source()));
        }
    }

    private void given(ExerciseCell.Given given, List<GradedCell> graded) {
        List<SubmittedCell> cells = cells(given);
        if (cells.isEmpty()) {
            repairs.add("The given cell %s was missing; it was put back.".formatted(given.id()));
        } else if (cells.size() > 1 || !same(cells.get(0).source(), given.source())) {
            repairs.add("The given cell %s was changed; it was put back.".formatted(given.id()));
        }
        graded.add(new GradedCell(given.id(), Role.GIVEN, "", given.source()));
    }

    private void answer(
            ExerciseCell.Answer answer, List<GradedCell> graded, Set<String> untouched) {
        List<SubmittedCell> cells = cells(answer);
        List<SubmittedCell> written =
                cells.stream()
                        .filter(cell -> !cell.source().isBlank())
                        .filter(cell -> !same(cell.source(), answer.starter()))
                        .toList();
        if (cells.isEmpty()) {
            repairs.add("The cell of %s is missing.".formatted(answer.question()));
        } else if (cells.size() > 1) {
            repairs.add(
                    "There are %d cells of %s; the edited ones count, in their order."
                            .formatted(cells.size(), answer.question()));
        }
        if (written.stream().anyMatch(cell -> !cell.code())) {
            repairs.add("The cell of %s is not a code cell.".formatted(answer.question()));
        }
        List<SubmittedCell> elsewhere = strays.of(answer, written);
        if (!elsewhere.isEmpty()) {
            repairs.add(
                    "The answer to %s, or a part of it, stands in another cell; it was taken from there."
                            .formatted(answer.question()));
        }
        if (written.isEmpty() && elsewhere.isEmpty()) {
            untouched.add(answer.question());
            graded.add(answerCell(answer, answer.starter()));
            doubt(answer, cells.isEmpty());
        }
        elsewhere.forEach(cell -> graded.add(answerCell(answer, cell.source())));
        written.forEach(cell -> graded.add(answerCell(answer, cell.source())));
    }

    /** Where nothing was found, but the notebook holds what could be the answer, a person looks. */
    private void doubt(ExerciseCell.Answer answer, boolean lost) {
        boolean foreignCode = extras.values().stream().anyMatch(each -> !each.isEmpty());
        if ((lost && foreignCode) || strays.areInText(answer)) {
            doubtful.add(answer.question());
            repairs.add(
                    "No cell of %s was found, but other cells may hold the answer; a person must look."
                            .formatted(answer.question()));
        }
    }

    private static GradedCell answerCell(ExerciseCell.Answer answer, String source) {
        return new GradedCell(answer.id(), Role.ANSWER, answer.question(), source);
    }

    private List<SubmittedCell> cells(ExerciseCell part) {
        return claimed.entrySet().stream()
                .filter(entry -> entry.getValue() == part)
                .map(Map.Entry::getKey)
                .toList();
    }

    static boolean same(String one, String other) {
        return withoutSpace(one).equals(withoutSpace(other));
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s+", "");
    }
}
