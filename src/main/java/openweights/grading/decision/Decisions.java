package openweights.grading.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import openweights.grading.result.Result;
import org.jspecify.annotations.Nullable;

/** What follows from a journal: the present state of every answer, and of the rubric. */
public final class Decisions {

    private final List<Decision> journal;
    private final Set<String> undone = new HashSet<>();
    private final Map<String, RubricItem> items = new LinkedHashMap<>();
    private final Map<Answer, Given> given = new HashMap<>();
    private final Map<Answer, Map<Integer, LineNote>> notes = new HashMap<>();
    private final Map<String, Decision> checked = new HashMap<>();

    private Decisions(List<Decision> journal) {
        this.journal = List.copyOf(journal);
    }

    /** What follows from these decisions, in their order. */
    public static Decisions of(List<Decision> journal) {
        Decisions decisions = new Decisions(journal);
        decisions.takeBack();
        for (Decision each : journal) {
            if (!decisions.undone.contains(each.id())) {
                each.changes().forEach(change -> decisions.make(change, each));
            }
        }
        return decisions;
    }

    /** From the last to the first, because what takes back can be taken back by a later one. */
    private void takeBack() {
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

    private double sum(Set<String> applied) {
        return applied.stream()
                .map(items::get)
                .filter(item -> item != null)
                .mapToDouble(RubricItem::points)
                .sum();
    }

    /** What was decided on an answer; null if nothing was. */
    public @Nullable Given of(Answer answer) {
        return given.get(answer);
    }

    /**
     * The points for an answer: those that a person gave, otherwise the tests', with the rubric
     * items; from 0 to what the question gives. Empty if only the tests decide. Items alone do not
     * settle what no test could decide.
     */
    public Optional<Double> points(Result result, String question) {
        Given about = given.get(Answer.of(result, question));
        if (about == null || (about.base() == null && applied(about).isEmpty())) {
            return Optional.empty();
        }
        boolean open =
                result.tests().stream()
                        .anyMatch(
                                test ->
                                        test.question().equals(question)
                                                && test.verdict().isOpen());
        if (about.base() == null && open) {
            return Optional.empty();
        }
        double base = about.base() == null ? result.points(question) : about.base();
        double points = base + sum(about.items());
        return Optional.of(Math.max(0, Math.min(result.max(question), points)));
    }

    /** The rubric items that apply, as they are now. */
    public List<RubricItem> applied(Given about) {
        List<RubricItem> applied = new ArrayList<>();
        for (String id : about.items()) {
            RubricItem item = items.get(id);
            if (item != null) {
                applied.add(item);
            }
        }
        return applied;
    }

    /** The reasons and the comment for an answer, for the student; empty for none. */
    public String words(Answer answer) {
        Given about = given.get(answer);
        if (about == null) {
            return "";
        }
        List<String> words = new ArrayList<>();
        applied(about).forEach(item -> words.add(item.reason()));
        if (!about.comment().isBlank()) {
            words.add(about.comment().strip());
        }
        return String.join("; ", words);
    }

    /** The rubric items of a question, in the order in which they were made. */
    public List<RubricItem> items(String question) {
        return items.values().stream().filter(item -> item.question().equals(question)).toList();
    }

    /** All rubric items. */
    public List<RubricItem> items() {
        return List.copyOf(items.values());
    }

    /** How many answers an item applies to. */
    public long uses(String item) {
        return given.values().stream().filter(each -> each.items().contains(item)).count();
    }

    /** The comments at an answer's lines, from the first line to the last. */
    public List<LineNote> notes(Answer answer) {
        return List.copyOf(notes.getOrDefault(answer, Map.of()).values());
    }

    /** The decision by which somebody was done with a submission; null if nobody is. */
    public @Nullable Decision checked(Result result) {
        return checked.get(result.student() + "\n" + result.submission());
    }

    /** Every decision, in the order in which they were made. */
    public List<Decision> journal() {
        return journal;
    }

    /** Whether a decision was taken back. */
    public boolean isUndone(Decision decision) {
        return undone.contains(decision.id());
    }

    /** Answers on which something was decided. */
    public Set<Answer> answers() {
        return Set.copyOf(given.keySet());
    }

    /** What this person would take back next. */
    public Optional<Decision> last(String by) {
        for (int i = journal.size() - 1; i >= 0; i--) {
            Decision decision = journal.get(i);
            if (decision.by().equals(by) && !decision.isUndo() && !isUndone(decision)) {
                return Optional.of(decision);
            }
        }
        return Optional.empty();
    }
}
