package openweights.grading.decision;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Goes through a journal and keeps what every answer and the rubric come to. */
final class Fold {

    final Set<String> undone = new HashSet<>();
    final Map<String, RubricItem> items = new LinkedHashMap<>();
    final Map<Answer, Given> given = new HashMap<>();
    final Map<Answer, Map<Integer, LineNote>> notes = new HashMap<>();
    final Map<String, Decision> checked = new HashMap<>();

    Fold(List<Decision> journal) {
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
        } else if (change instanceof Change.Points points) {
            Given before = given(points.answer(), by);
            Double base = points.points() == null ? null : points.points() - sum(before.items());
            given.put(points.answer(), before.withBase(base, points.table(), by));
        } else if (change instanceof Change.Comment comment) {
            Given before = given(comment.answer(), by);
            given.put(comment.answer(), before.withComment(comment.text(), comment.table(), by));
        } else if (change instanceof Change.Apply apply) {
            Given before = given(apply.answer(), by);
            given.put(
                    apply.answer(),
                    before.withItem(apply.item(), apply.applies(), apply.table(), by));
        } else if (change instanceof Change.Note note) {
            note(note, by);
        } else if (change instanceof Change.Check check) {
            check(check, by);
        }
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
        Map<Integer, LineNote> own = notes.computeIfAbsent(note.answer(), key -> new TreeMap<>());
        if (note.text().isBlank()) {
            own.remove(note.line());
        } else {
            own.put(note.line(), new LineNote(note.line(), note.text(), by.by()));
        }
    }

    private void check(Change.Check check, Decision by) {
        String key = check.student() + "\n" + check.submission();
        if (check.done()) {
            checked.put(key, by);
        } else {
            checked.remove(key);
        }
    }

    private Given given(Answer answer, Decision by) {
        Given before = given.get(answer);
        return before == null ? new Given(null, "", Set.of(), "", by) : before;
    }

    double sum(Set<String> applied) {
        return applied.stream()
                .map(items::get)
                .filter(item -> item != null)
                .mapToDouble(RubricItem::points)
                .sum();
    }
}
