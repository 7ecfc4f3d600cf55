package openweights.grading.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a journal: the present state of every answer, and of the rubric. Where two
 * graders mark each submission, one of them sees no mark of the other before both are done.
 */
public final class Decisions {

    private final List<Decision> journal;
    private final Fold fold;
    private final @Nullable DoubleMarking marking;

    /** Whose layer is seen; empty for what counts in the end. */
    private final String layer;

    private Decisions(
            List<Decision> journal, Fold fold, @Nullable DoubleMarking marking, String layer) {
        this.journal = journal;
        this.fold = fold;
        this.marking = marking;
        this.layer = layer;
    }

    /** What follows from these decisions, in their order. */
    public static Decisions of(List<Decision> journal) {
        return of(journal, null);
    }

    /**
     * What follows from these decisions, in their order.
     *
     * @param marking null if submissions are marked once
     */
    public static Decisions of(List<Decision> journal, @Nullable DoubleMarking marking) {
        Fold fold = new Fold(journal, marking != null);
        return new Decisions(List.copyOf(journal), fold, marking, "");
    }

    /** What this grader may see. */
    public Decisions seenBy(String grader) {
        return marking == null ? this : new Decisions(journal, fold, marking, grader);
    }

    /** Whether two graders mark each submission. */
    public boolean isDouble() {
        return marking != null;
    }

    /** What was decided on an answer; null if nothing was. */
    public @Nullable Given of(Answer answer) {
        return fold.given.get(new Fold.Layer(layer, answer));
    }

    /**
     * The points for an answer: those that a person gave, otherwise the tests', with the rubric
     * items; from 0 to the maximum. Empty if only the tests decide, or nobody has yet. Items alone
     * do not settle what no test could decide.
     *
     * @param byTests null if no test could decide
     */
    public Optional<Double> points(Answer answer, @Nullable Double byTests, double max) {
        return isMarkedTwice(answer.student(), answer.submission())
                ? agreed(answer, byTests, max)
                : own(layer, answer, byTests, max);
    }

    /** The points for an answer that whoever looks gave, with the rubric items. */
    public Optional<Double> own(Answer answer, @Nullable Double byTests, double max) {
        return own(layer, answer, byTests, max);
    }

    /** Whether marks of whoever looks can count: two others may have been done before. */
    public boolean mayMark(Answer answer) {
        return !isMarkedTwice(answer.student(), answer.submission())
                || markers(answer.student(), answer.submission()).contains(layer);
    }

    private Optional<Double> own(String by, Answer answer, @Nullable Double byTests, double max) {
        Given about = fold.given.get(new Fold.Layer(by, answer));
        if (about == null || (about.base() == null && applied(about).isEmpty())) {
            return Optional.empty();
        }
        Double base = about.base() == null ? byTests : about.base();
        return base == null
                ? Optional.empty()
                : Optional.of(Math.max(0, Math.min(max, base + fold.sum(about.items()))));
    }

    /** What was settled, or the mean of two marks that differ by no more than allowed. */
    private Optional<Double> agreed(Answer answer, @Nullable Double byTests, double max) {
        Double settled = fold.settled.get(answer);
        if (settled != null) {
            return Optional.of(settled);
        }
        List<Double> marks = new ArrayList<>();
        for (Mark mark : marks(answer, byTests, max)) {
            if (mark.points() != null) {
                marks.add(mark.points());
            }
        }
        double allowed = marking == null ? 0 : marking.differ();
        if (marks.size() < DoubleMarking.GRADERS
                || Math.abs(marks.get(0) - marks.get(1)) > allowed + 1e-9) {
            return Optional.empty();
        }
        boolean byHand =
                markers(answer.student(), answer.submission()).stream()
                        .anyMatch(by -> own(by, answer, byTests, max).isPresent());
        return byHand ? Optional.of((marks.get(0) + marks.get(1)) / 2) : Optional.empty();
    }

    /** The marks of both graders; none before both are done. */
    public List<Mark> marks(Answer answer, @Nullable Double byTests, double max) {
        List<Mark> marks = new ArrayList<>();
        if (isMarkedTwice(answer.student(), answer.submission())) {
            for (String by : markers(answer.student(), answer.submission())) {
                Double points = own(by, answer, byTests, max).orElse(byTests);
                marks.add(new Mark(by, points, words(by, answer)));
            }
        }
        return marks;
    }

    /** What was settled about an answer; null if nothing was. */
    public @Nullable Double settled(Answer answer) {
        return fold.settled.get(answer);
    }

    /**
     * Why the points for an answer do not count yet, though the tests may have decided; empty if
     * they do.
     */
    public String pending(Answer answer, @Nullable Double byTests, double max) {
        if (marking == null || fold.settled.containsKey(answer)) {
            return "";
        }
        if (!isMarkedTwice(answer.student(), answer.submission())) {
            int done = markers(answer.student(), answer.submission()).size();
            return layer.isEmpty() ? "%d of 2 graders are done".formatted(done) : "";
        }
        List<Mark> marks = marks(answer, byTests, max);
        boolean both = marks.stream().allMatch(mark -> mark.points() != null);
        boolean agree =
                both && (agreed(answer, byTests, max).isPresent() || isAlike(marks, byTests));
        return agree ? "" : both ? "two graders differ" : "a grader has given no points";
    }

    private static boolean isAlike(List<Mark> marks, @Nullable Double points) {
        return marks.stream().allMatch(mark -> Objects.equals(mark.points(), points));
    }

    /** Whether two graders are done with a submission. */
    public boolean isMarkedTwice(String student, String submission) {
        return marking != null && markers(student, submission).size() == DoubleMarking.GRADERS;
    }

    /** Whose marks count: those who were done first. */
    public List<String> markers(String student, String submission) {
        return fold.checked(student, submission).keySet().stream()
                .limit(DoubleMarking.GRADERS)
                .toList();
    }

    /** The attempts that somebody chose, by student. */
    public Map<String, String> attempts() {
        return Collections.unmodifiableMap(new TreeMap<>(fold.attempts));
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
        return layers(answer).stream()
                .map(by -> words(by, answer))
                .filter(words -> !words.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private List<String> layers(Answer answer) {
        return isMarkedTwice(answer.student(), answer.submission())
                ? markers(answer.student(), answer.submission())
                : List.of(layer);
    }

    private String words(String by, Answer answer) {
        Given about = fold.given.get(new Fold.Layer(by, answer));
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
        return layers(answer).stream()
                .flatMap(
                        by ->
                                fold
                                        .notes
                                        .getOrDefault(new Fold.Layer(by, answer), Map.of())
                                        .values()
                                        .stream())
                .sorted(Comparator.comparing(LineNote::line))
                .toList();
    }

    /**
     * The decision by which somebody was done with a submission; null if nobody is. Where two mark
     * it, one of them sees their own, and anybody else sees the second one's.
     */
    public @Nullable Decision checked(String student, String submission) {
        Map<String, Decision> checked = fold.checked(student, submission);
        if (marking == null || (!layer.isEmpty() && checked.containsKey(layer))) {
            return checked.get(layer);
        }
        return isMarkedTwice(student, submission)
                ? checked.get(markers(student, submission).get(1))
                : null;
    }

    /** Whether who looks may know of a decision: another grader's mark is secret for a while. */
    public boolean isOpen(Decision decision) {
        if (layer.isEmpty() || marking == null || decision.by().equals(layer)) {
            return true;
        }
        return decision.changes().stream()
                .allMatch(
                        change ->
                                change.about() == null
                                        || isMarkedTwice(
                                                change.about().student(),
                                                change.about().submission()));
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
        return fold.given.keySet().stream().map(Fold.Layer::answer).collect(Collectors.toSet());
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
