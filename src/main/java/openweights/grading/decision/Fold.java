package openweights.grading.decision;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a journal and keeps what every answer and the rubric come to: in one layer for all
 * graders, or, where two of them mark a student's submissions, in one for each.
 */
final class Fold {

    /** What one grader, or with an empty name everybody, says about an answer. */
    record Layer(String by, Answer answer) {}

    private final Predicate<String> twice;

    final Set<String> undone = new HashSet<>();
    final Map<String, RubricItem> items = new LinkedHashMap<>();
    final Map<Layer, Given> given = new HashMap<>();
    final Map<Layer, Map<Integer, LineNote>> notes = new HashMap<>();
    final Map<String, String> attempts = new HashMap<>();
    final Map<Answer, Change.Settle> settled = new HashMap<>();

    /** By submission and layer, in the order in which they were made. */
    private final Map<String, Map<String, Decision>> checked = new HashMap<>();

    /**
     * @param twice whether two graders mark the submissions of a student
     */
    Fold(List<Decision> journal, Predicate<String> twice) {
        this.twice = twice;
        takeBack(journal);
        for (Decision each : journal) {
            if (!undone.contains(each.id())) {
                each.changes().forEach(change -> make(change, each));
            }
        }
    }

    /** From the last to the first, because what takes back can be taken back by a later one. */
    private void takeBack(List<Decision> journal) {
        for (int i = journal.size() - 1; i >= 0; i--) {
            Decision decision = journal.get(i);
            for (Change change : decision.changes()) {
                if (change instanceof Change.Undo undo && !undone.contains(decision.id())) {
                    undone.add(undo.decision());
                }
            }
        }
    }

    private void make(Change change, Decision by) {
        if (change instanceof Change.Item item) {
            define(item);
        } else if (change instanceof Change.Note note) {
            note(note, by);
        } else if (change instanceof Change.Check check) {
            check(check, by);
        } else if (change instanceof Change.Attempt attempt) {
            put(
                    attempts,
                    attempt.student(),
                    attempt.attempt().isEmpty() ? null : attempt.attempt());
        } else if (change instanceof Change.Settle settle) {
            put(settled, settle.answer(), settle.points() == null ? null : settle);
        } else if (change.about() != null) {
            given.compute(layer(change.about(), by), (layer, before) -> judged(before, change, by));
        }
    }

    private static <K, V> void put(Map<K, V> map, K key, @Nullable V value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }

    private Layer layer(Answer answer, Decision by) {
        return new Layer(layer(answer.student(), by), answer);
    }

    private String layer(String student, Decision by) {
        return twice.test(student) ? by.by() : "";
    }

    private Given judged(@Nullable Given known, Change change, Decision by) {
        Given before = known == null ? new Given(null, "", Set.of(), "", by) : known;
        if (change instanceof Change.Points points) {
            Double base = points.points() == null ? null : points.points() - sum(before.items());
            return before.withBase(base, points.table(), by);
        } else if (change instanceof Change.Comment comment) {
            return before.withComment(comment.text(), comment.table(), by);
        }
        Change.Apply apply = (Change.Apply) change;
        return before.withItem(apply.item(), apply.applies(), apply.table(), by);
    }

    private void define(Change.Item item) {
        if (item.retired()) {
            items.remove(item.item());
        } else {
            items.put(
                    item.item(),
                    new RubricItem(item.item(), item.question(), item.points(), item.words()));
        }
    }

    private void note(Change.Note note, Decision by) {
        Map<Integer, LineNote> own =
                notes.computeIfAbsent(layer(note.answer(), by), key -> new TreeMap<>());
        if (note.text().isBlank()) {
            own.remove(note.line());
        } else {
            own.put(note.line(), new LineNote(note.line(), note.text(), by.by()));
        }
    }

    private void check(Change.Check check, Decision by) {
        Map<String, Decision> own =
                checked.computeIfAbsent(
                        key(check.student(), check.submission()), key -> new LinkedHashMap<>());
        String layer = layer(check.student(), by);
        if (check.done()) {
            own.put(layer, by);
        } else {
            own.remove(layer);
        }
    }

    /** By whom a submission is done, in the order in which they were. */
    Map<String, Decision> checked(String student, String submission) {
        return checked.getOrDefault(key(student, submission), Map.of());
    }

    private static String key(String student, String submission) {
        return student + "\n" + submission;
    }

    double sum(Set<String> applied) {
        return applied.stream()
                .map(items::get)
                .filter(item -> item != null)
                .mapToDouble(RubricItem::points)
                .sum();
    }
}
