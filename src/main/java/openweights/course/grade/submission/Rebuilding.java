package openweights.course.grade.submission;

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
import openweights.course.exercise.source.Part;
import openweights.course.grade.submission.Piece.Role;

/**
 * Puts a notebook together again from its exercise and what is left of it.
 *
 * <p>An answer is found by any of the names of its cell. Where no cell has one, the added cell that
 * is most like the starter, and stands where the answer should, is taken. Several cells of one name
 * (copies, or one that was split) are all run, in their order, so that the last definition counts
 * as it does in the notebook; untouched copies are left out.
 */
final class Rebuilding {

    private static final double ALIKE = 0.5;

    private final Sheet sheet;
    private final Exercise exercise;
    private final List<String> repairs = new ArrayList<>();

    /** Cell -> the part that it belongs to; the student's own cells are not in it. */
    private final Map<SheetCell, Part> claimed = new LinkedHashMap<>();

    /** Added cells, by the part that they follow; null for those before the first. */
    private final Map<Part, List<SheetCell>> extras = new HashMap<>();

    Rebuilding(Sheet sheet, Exercise exercise) {
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
        List<Piece> pieces = new ArrayList<>();
        Set<String> untouched = new LinkedHashSet<>();
        addExtras(null, pieces);
        for (Part part : exercise.parts()) {
            if (part instanceof Part.Given given) {
                given(given, pieces);
            } else if (part instanceof Part.Answer answer) {
                answer(answer, pieces, untouched);
            }
            addExtras(part, pieces);
            if (part instanceof Part.Answer answer) {
                pieces.add(new Piece("", Role.TESTS, answer.question(), ""));
            }
        }
        return new Answers(pieces, untouched, repairs);
    }

    private void claimByName() {
        for (SheetCell cell : sheet.cells()) {
            List<Part> named = exercise.parts().stream().filter(part -> names(cell, part)).toList();
            if (named.size() == 1) {
                claimed.put(cell, named.get(0));
            } else if (named.size() > 1) {
                claimed.put(cell, mostLike(cell, named));
            }
        }
    }

    private static boolean names(SheetCell cell, Part part) {
        return cell.names().contains(part.id())
                || part instanceof Part.Answer answer && cell.names().contains(answer.question());
    }

    /** Nobody's editor writes two parts' names on one cell, so the text decides. */
    private Part mostLike(SheetCell cell, List<Part> named) {
        Part part =
                named.stream()
                        .max(Comparator.comparing(each -> likeness(cell.source(), starter(each))))
                        .orElseThrow();
        repairs.add(
                "A cell has the names of %s; by its text it counts as %s."
                        .formatted(
                                named.stream().map(Part::id).collect(Collectors.joining(", ")),
                                part.id()));
        return part;
    }

    private static String starter(Part part) {
        if (part instanceof Part.Answer answer) {
            return answer.starter();
        }
        return part instanceof Part.Given given ? given.source() : "";
    }

    private void claimByLikeness(Part.Answer answer) {
        if (claimed.containsValue(answer)) {
            return;
        }
        SheetCell best = null;
        double likeness = ALIKE;
        for (SheetCell cell : sheet.cells()) {
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
        Part behind = null;
        for (SheetCell cell : sheet.cells()) {
            if (claimed.containsKey(cell)) {
                behind = claimed.get(cell);
            } else if (cell.code() && !cell.source().isBlank() && !isTests(cell)) {
                extras.computeIfAbsent(behind, part -> new ArrayList<>()).add(cell);
            }
        }
    }

    /** Whether it is a copy of a cell of tests, whose place the true tests take. */
    private static boolean isTests(SheetCell cell) {
        return cell.source().contains("Check.question(")
                || cell.names().stream().anyMatch(name -> name.endsWith("-tests"));
    }

    private void addExtras(Part part, List<Piece> pieces) {
        for (SheetCell cell : extras.getOrDefault(part, List.of())) {
            String id = cell.names().isEmpty() ? "added" : cell.names().iterator().next();
            pieces.add(new Piece(id, Role.EXTRA, "", cell.source()));
        }
    }

    private void given(Part.Given given, List<Piece> pieces) {
        List<SheetCell> cells = cells(given);
        if (cells.isEmpty()) {
            repairs.add("The given cell %s was missing; it was put back.".formatted(given.id()));
        } else if (cells.size() > 1 || !same(cells.get(0).source(), given.source())) {
            repairs.add("The given cell %s was changed; it was put back.".formatted(given.id()));
        }
        pieces.add(new Piece(given.id(), Role.GIVEN, "", given.source()));
    }

    private void answer(Part.Answer answer, List<Piece> pieces, Set<String> untouched) {
        List<SheetCell> cells = cells(answer);
        List<SheetCell> written =
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

    private static Piece answerPiece(Part.Answer answer, String source) {
        return new Piece(answer.id(), Role.ANSWER, answer.question(), source);
    }

    private List<SheetCell> cells(Part part) {
        return claimed.entrySet().stream()
                .filter(entry -> entry.getValue() == part)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean same(String one, String other) {
        return one.replaceAll("\\s+", "").equals(other.replaceAll("\\s+", ""));
    }
}
