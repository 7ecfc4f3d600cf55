package openweights.grading.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openweights.grading.result.Result;
import org.jspecify.annotations.Nullable;

/** What follows from a journal: the present state of every answer, and of the rubric. */
public final class Decisions {

    private final List<Decision> journal;
    private final Fold fold;

    private Decisions(List<Decision> journal) {
        this.journal = List.copyOf(journal);
        fold = new Fold(journal);
    }

    /** What follows from these decisions, in their order. */
    public static Decisions of(List<Decision> journal) {
        return new Decisions(journal);
    }

    /** What was decided on an answer; null if nothing was. */
    public @Nullable Given of(Answer answer) {
        return fold.given.get(answer);
    }

    /**
     * The points for an answer: those that a person gave, otherwise the tests', with the rubric
     * items; from 0 to what the question gives. Empty if only the tests decide. Items alone do not
     * settle what no test could decide.
     */
    public Optional<Double> points(Result result, String question) {
        Given about = fold.given.get(Answer.of(result, question));
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
        double points = base + fold.sum(about.items());
        return Optional.of(Math.max(0, Math.min(result.max(question), points)));
    }

    /** The rubric items that apply, as they are now. */
    public List<RubricItem> applied(Given about) {
        List<RubricItem> applied = new ArrayList<>();
        for (String id : about.items()) {
            RubricItem item = fold.items.get(id);
            if (item != null) {
                applied.add(item);
            }
        }
        return applied;
    }

    /** The reasons and the comment for an answer, for the student; empty for none. */
    public String words(Answer answer) {
        Given about = fold.given.get(answer);
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
        return fold.items.values().stream()
                .filter(item -> item.question().equals(question))
                .toList();
    }

    /** All rubric items. */
    public List<RubricItem> items() {
        return List.copyOf(fold.items.values());
    }

    /** How many answers an item applies to. */
    public long uses(String item) {
        return fold.given.values().stream().filter(each -> each.items().contains(item)).count();
    }

    /** The comments at an answer's lines, from the first line to the last. */
    public List<LineNote> notes(Answer answer) {
        return List.copyOf(fold.notes.getOrDefault(answer, Map.of()).values());
    }

    /** The decision by which somebody was done with a submission; null if nobody is. */
    public @Nullable Decision checked(Result result) {
        return fold.checked.get(result.student() + "\n" + result.submission());
    }

    /** Every decision, in the order in which they were made. */
    public List<Decision> journal() {
        return journal;
    }

    /** Whether a decision was taken back. */
    public boolean isUndone(Decision decision) {
        return fold.undone.contains(decision.id());
    }

    /** Answers on which something was decided. */
    public Set<Answer> answers() {
        return Set.copyOf(fold.given.keySet());
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
