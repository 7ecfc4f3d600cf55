package openweights.grading.decision;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a journal: the present state of every answer, and of the rubric. Where two
 * graders mark each submission, one of them sees no mark of the other before both are done.
 */
public final class Decisions {

    private final List<Decision> journal;
    private final Fold fold;
    private final Layers layers;
    private final TwoMarks marks;

    /** Whose layer is seen; empty for what counts in the end. */
    private final String layer;

    private Decisions(List<Decision> journal, TwoMarks marks, String layer) {
        this.journal = journal;
        this.marks = marks;
        this.layer = layer;
        layers = marks.layers();
        fold = layers.fold();
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
        Fold fold = new Fold(journal, student -> marking != null && marking.covers(student));
        Layers layers = new Layers(fold);
        return new Decisions(List.copyOf(journal), new TwoMarks(layers, marking), "");
    }

    /** What this grader may see. */
    public Decisions seenBy(String grader) {
        return isDouble() ? new Decisions(journal, marks, grader) : this;
    }

    /** Whether two graders mark each submission, or some. */
    public boolean isDouble() {
        return marks.marking() != null;
    }

    /** Whether two graders mark the submissions of this student. */
    public boolean isDouble(String student) {
        return marks.areDue(student);
    }

    /** Whether two graders mark some submissions and not all. */
    public boolean isSample() {
        return marks.marking() != null && marks.marking().share() < 1;
    }

    /** The layer of whoever looks; marks of one grader alone are everybody's. */
    private String layer(String student) {
        return isDouble(student) ? layer : "";
    }

    /** What was decided on an answer; null if nothing was. */
    public @Nullable Given of(Answer answer) {
        return layers.given(layer(answer.student()), answer);
    }

    /**
     * The points for an answer: those that a person gave, otherwise the tests', with the rubric
     * items; from 0 to the maximum. Empty if only the tests decide, or nobody has yet. Items alone
     * do not settle what no test could decide.
     *
     * @param byTests null if no test could decide
     */
    public Optional<Double> points(Answer answer, @Nullable Double byTests, double max) {
        return marks.areMade(answer)
                ? marks.points(answer, byTests, max)
                : own(answer, byTests, max);
    }

    /** The points for an answer that whoever looks gave, with the rubric items. */
    public Optional<Double> own(Answer answer, @Nullable Double byTests, double max) {
        return layers.points(layer(answer.student()), answer, byTests, max);
    }

    /** Whether marks of whoever looks can count: two others may have been done before. */
    public boolean mayMark(Answer answer) {
        return !marks.areMade(answer) || marks.markers(answer).contains(layer);
    }

    /** Whether two graders are done with the submission of an answer. */
    public boolean isMarkedTwice(Answer answer) {
        return marks.areMade(answer);
    }

    /** Whether a mark of an answer is missing, so that nobody's points count yet. */
    public boolean isAwaited(Answer answer) {
        return isDouble(answer.student()) && !marks.areMade(answer);
    }

    /** The marks of both graders; none before both are done. */
    public List<Mark> marks(Answer answer, @Nullable Double byTests, double max) {
        return marks.of(answer, byTests, max);
    }

    /**
     * Why the points for an answer do not count yet, though the tests may have decided; empty if
     * they do.
     */
    public String pending(Answer answer, @Nullable Double byTests, double max) {
        if (!isDouble(answer.student())) {
            return "";
        }
        if (marks.areMade(answer)) {
            return marks.trouble(answer, byTests, max);
        }
        int done = marks.markers(answer).size();
        return layer.isEmpty() ? "%d of 2 graders are done".formatted(done) : "";
    }

    /** What was settled about an answer; null if nothing was. */
    public @Nullable Double settled(Answer answer) {
        Change.Settle settled = fold.settled.get(answer);
        return settled == null ? null : settled.points();
    }

    /**
     * What the table of points by hand said when something was last decided about an answer that
     * counts against it: a mark, or where two graders mark, what was settled. Null if nothing was.
     */
    public @Nullable String table(Answer answer) {
        if (isDouble(answer.student())) {
            Change.Settle settled = fold.settled.get(answer);
            return settled == null ? null : settled.table();
        }
        Given given = of(answer);
        return given == null ? null : given.table();
    }

    /** The attempts that somebody chose, by student. */
    public Map<String, String> attempts() {
        return Collections.unmodifiableMap(new TreeMap<>(fold.attempts));
    }

    /** The reasons and the comment for an answer, for the student; empty for none. */
    public String words(Answer answer) {
        return layers(answer).stream()
                .map(by -> layers.words(by, answer))
                .filter(words -> !words.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** The rubric items that apply to an answer, in words. */
    public List<String> reasons(Answer answer) {
        return given(answer)
                .flatMap(each -> applied(each).stream())
                .map(RubricItem::reason)
                .distinct()
                .toList();
    }

    /** The comments on an answer, each a paragraph; empty for none. */
    public String comment(Answer answer) {
        return given(answer)
                .map(Given::comment)
                .filter(comment -> !comment.isBlank())
                .distinct()
                .collect(Collectors.joining("\n\n"));
    }

    private Stream<Given> given(Answer answer) {
        return layers(answer).stream()
                .flatMap(by -> Optional.ofNullable(layers.given(by, answer)).stream());
    }

    private List<String> layers(Answer answer) {
        return marks.areMade(answer) ? marks.markers(answer) : List.of(layer(answer.student()));
    }

    /** The rubric items that apply, as they are now. */
    public List<RubricItem> applied(Given about) {
        return layers.applied(about);
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
        String own = layer(student);
        if (!isDouble(student) || (!own.isEmpty() && checked.containsKey(own))) {
            return checked.get(own);
        }
        return checked.values().stream().skip(1).findFirst().orElse(null);
    }

    /** Whether who looks may know of a decision: another grader's mark is secret for a while. */
    public boolean isOpen(Decision decision) {
        return !isDouble()
                || layer.isEmpty()
                || decision.by().equals(layer)
                || decision.changes().stream().allMatch(this::isOpen);
    }

    private boolean isOpen(Change change) {
        if (change instanceof Change.Undo undo) {
            return journal.stream()
                    .filter(each -> each.id().equals(undo.decision()))
                    .allMatch(this::isOpen);
        }
        return change.about() == null || !isAwaited(change.about());
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
