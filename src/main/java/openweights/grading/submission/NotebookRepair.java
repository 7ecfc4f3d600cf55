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
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.ExerciseCell;
import openweights.grading.submission.GradedCell.Role;
import org.jspecify.annotations.Nullable;

/**
 * Puts a notebook together again from its exercise and what is left of it.
 *
 * <p>An answer is found by any of the names of its cell. Where no cell has one, the added cell that
 * is most like the starter, and stands where the answer should, is taken. Several cells of one name
 * (copies, or one that was split) are all run, in their order, so that the last definition counts
 * as it does in the notebook; untouched copies are left out.
 */
final class NotebookRepair {

    private static final double ALIKE = 0.5;

    private final SubmittedNotebook sheet;
    private final Exercise exercise;
    private final List<String> repairs = new ArrayList<>();

    /** Cell -> the part that it belongs to; the student's own cells are not in it. */
    private final Map<SubmittedCell, ExerciseCell> claimed = new LinkedHashMap<>();

    /** Added cells, by the part that they follow; null for those before the first. */
    private final Map<ExerciseCell, List<SubmittedCell>> extras = new HashMap<>();

    NotebookRepair(SubmittedNotebook sheet, Exercise exercise) {
        this.sheet = sheet;
        this.exercise = exercise;
    }

    Answers answers() {
        claimByName();
        exercise.questions().forEach(this::claimByLikeness);
        placeExtras();
        if (!sheet.version().isEmpty() && !sheet.version().equals(exercise.version())) {
            repairs.add("The notebook was made from another version of the exercise.");
        }
        List<GradedCell> pieces = new ArrayList<>();
        Set<String> untouched = new LinkedHashSet<>();
        addExtras(null, pieces);
        for (ExerciseCell part : exercise.parts()) {
            if (part instanceof ExerciseCell.Given given) {
                given(given, pieces);
            } else if (part instanceof ExerciseCell.Answer answer) {
                answer(answer, pieces, untouched);
            }
            addExtras(part, pieces);
            if (part instanceof ExerciseCell.Answer answer) {
                pieces.add(new GradedCell("", Role.TESTS, answer.question(), ""));
            }
        }
        return new Answers(pieces, untouched, repairs);
    }

    private void claimByName() {
        for (SubmittedCell cell : sheet.cells()) {
            List<ExerciseCell> named =
                    exercise.parts().stream().filter(part -> names(cell, part)).toList();
            if (named.size() == 1) {
                claimed.put(cell, named.get(0));
            } else if (named.size() > 1) {
                claimed.put(cell, mostLike(cell, named));
            }
        }
    }

    private static boolean names(SubmittedCell cell, ExerciseCell part) {
        return cell.names().contains(part.id())
                || (part instanceof ExerciseCell.Answer answer
                        && cell.names().contains(answer.question()));
    }

    /** Nobody's editor writes two parts' names on one cell, so the text decides. */
    private ExerciseCell mostLike(SubmittedCell cell, List<ExerciseCell> named) {
        ExerciseCell part =
                named.stream()
                        .max(Comparator.comparing(each -> likeness(cell.source(), starter(each))))
                        .orElseThrow();
        repairs.add(
                "A cell has the names of %s; by its text it counts as %s."
                        .formatted(
                                named.stream()
                                        .map(ExerciseCell::id)
                                        .collect(Collectors.joining(", ")),
                                part.id()));
        return part;
    }

    private static String starter(ExerciseCell part) {
        if (part instanceof ExerciseCell.Answer answer) {
            return answer.starter();
        }
        return part instanceof ExerciseCell.Given given ? given.source() : "";
    }

    private void claimByLikeness(ExerciseCell.Answer answer) {
        if (claimed.containsValue(answer)) {
            return;
        }
        SubmittedCell best = null;
        double likeness = ALIKE;
        for (SubmittedCell cell : sheet.cells()) {
            if (cell.code() && !claimed.containsKey(cell) && !isTests(cell)) {
                double now = likeness(cell.source(), answer.starter());
                if (now > likeness) {
                    best = cell;
                    likeness = now;
                }
            }
        }
        if (best != null) {
            claimed.put(best, answer);
            repairs.add(
                    "The cell of %s has lost its name; it was found by its text."
                            .formatted(answer.question()));
        }
    }

    /** The share of the starter's words that the text has. */
    private static double likeness(String source, String starter) {
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
        ExerciseCell behind = null;
        for (SubmittedCell cell : sheet.cells()) {
            if (claimed.containsKey(cell)) {
                behind = claimed.get(cell);
            } else if (cell.code() && !cell.source().isBlank() && !isTests(cell)) {
                extras.computeIfAbsent(behind, part -> new ArrayList<>()).add(cell);
            }
        }
    }

    /** Whether it is a copy of a cell of tests, whose place the true tests take. */
    private static boolean isTests(SubmittedCell cell) {
        return cell.source().contains("Check.question(")
                || cell.names().stream().anyMatch(name -> name.endsWith("-tests"));
    }

    private void addExtras(@Nullable ExerciseCell part, List<GradedCell> pieces) {
        for (SubmittedCell cell : extras.getOrDefault(part, List.of())) {
            String id = cell.names().isEmpty() ? "added" : cell.names().iterator().next();
            pieces.add(new GradedCell(id, Role.EXTRA, "", cell.source()));
        }
    }

    private void given(ExerciseCell.Given given, List<GradedCell> pieces) {
        List<SubmittedCell> cells = cells(given);
        if (cells.isEmpty()) {
            repairs.add("The given cell %s was missing; it was put back.".formatted(given.id()));
        } else if (cells.size() > 1 || !same(cells.get(0).source(), given.source())) {
            repairs.add("The given cell %s was changed; it was put back.".formatted(given.id()));
        }
        pieces.add(new GradedCell(given.id(), Role.GIVEN, "", given.source()));
    }

    private void answer(
            ExerciseCell.Answer answer, List<GradedCell> pieces, Set<String> untouched) {
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
                    "There are %d cells of %s; those that were worked in count, in their order."
                            .formatted(cells.size(), answer.question()));
        }
        if (written.stream().anyMatch(cell -> !cell.code())) {
            repairs.add("The cell of %s is no code cell.".formatted(answer.question()));
        }
        if (written.isEmpty()) {
            untouched.add(answer.question());
            pieces.add(answerPiece(answer, answer.starter()));
        }
        written.forEach(cell -> pieces.add(answerPiece(answer, cell.source())));
    }

    private static GradedCell answerPiece(ExerciseCell.Answer answer, String source) {
        return new GradedCell(answer.id(), Role.ANSWER, answer.question(), source);
    }

    private List<SubmittedCell> cells(ExerciseCell part) {
        return claimed.entrySet().stream()
                .filter(entry -> entry.getValue() == part)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean same(String one, String other) {
        return one.replaceAll("\\s+", "").equals(other.replaceAll("\\s+", ""));
    }
}
