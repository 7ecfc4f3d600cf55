package openweights.grading.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openweights.grading.decision.Answer;
import openweights.grading.decision.Change;
import openweights.grading.decision.RubricItem;
import openweights.grading.result.Result;
import openweights.grading.score.Grade;
import openweights.grading.score.Grade.Manual;
import org.jspecify.annotations.Nullable;

/**
 * What the form below an answer asks to change. It holds everything that can be typed there, so
 * whichever of its buttons is pressed, nothing that was typed is lost. A field that is as it was
 * shown changes nothing.
 */
final class Judgment {

    private static final int ID_LENGTH = 8;

    private final Cohort cohort;
    private final Call call;
    private final String question;

    Judgment(Cohort cohort, Call call, String question) {
        this.cohort = cohort;
        this.call = call;
        this.question = question;
    }

    /** The points in a field; a decimal comma is read, too. */
    static double points(String text, double lowest, double highest) {
        String number = text.strip().replace(',', '.').replace('−', '-');
        double value =
                number.matches("[+-]?\\d{1,6}(\\.\\d{1,4})?")
                        ? Double.parseDouble(number)
                        : Double.NaN;
        if (!(value >= lowest && value <= highest)) {
            throw new Refusal(
                    "\"%s\" is not a number from %s to %s. Nothing was changed."
                            .formatted(text.strip(), Grade.format(lowest), Grade.format(highest)));
        }
        return value;
    }

    private boolean isTyped(String field) {
        return call.has(field) && !call.value(field).strip().equals(call.value(field + "-was"));
    }

    /**
     * The changes for all of these; none if nothing is to change.
     *
     * @throws Refusal if what was typed cannot be read, or would overwrite what was decided after
     *     the page was shown
     */
    List<Change> changes(List<Result> results) {
        Seen now = new Seen(cohort.decisions(), question, results);
        if (call.has("seen")
                && !now.stamp().equals(call.value("seen"))
                && (isTyped("points") || isTyped("comment") || call.has("same"))) {
            throw Refusal.overtaken(
                    now.words()
                            + " Your points and your comment are still in the form: save again to"
                            + " overrule.");
        }
        List<Change> changes = new ArrayList<>();
        @Nullable String made = newItem(changes);
        List<Result> mine = mine(results);
        for (Result result : mine) {
            changes.addAll(changes(result, made));
        }
        if (call.has("same")) {
            Answer first = results.get(0).answer(question);
            changes.addAll(new Likening(cohort, first).changes(mine));
        }
        return changes;
    }

    /** Those of which two others have not been done first. */
    private List<Result> mine(List<Result> results) {
        List<Result> mine =
                results.stream()
                        .filter(each -> cohort.decisions().mayMark(each.answer(question)))
                        .toList();
        if (mine.isEmpty()) {
            throw Refusal.overtaken(
                    "Two other graders are done with this, so another mark would not count. Nothing"
                            + " was changed; where they differ, settle the points.");
        }
        return mine;
    }

    private @Nullable String newItem(List<Change> changes) {
        String words = call.value("new-words").strip();
        if (words.isEmpty()) {
            return null;
        }
        double points = points(call.value("new-points"), -RubricItem.MOST, RubricItem.MOST);
        for (RubricItem item : cohort.decisions().items(question)) {
            if (item.words().equals(words)) {
                return known(item, points);
            }
        }
        String id = "r" + UUID.randomUUID().toString().substring(0, ID_LENGTH);
        changes.add(new Change.Item(id, question, points, words, false));
        return id;
    }

    /** Two graders may think of the same item at the same moment. */
    private static String known(RubricItem item, double points) {
        if (item.points() != points) {
            throw new Refusal(
                    "There is an item “%s” already, which gives %s. Use that one, or other words. Nothing was changed."
                            .formatted(item.words(), RubricItem.signed(item.points())));
        }
        return item.id();
    }

    private void requireInRubric(String id) {
        if (cohort.decisions().items(question).stream().noneMatch(each -> each.id().equals(id))) {
            throw Refusal.overtaken(
                    "That item is not in the rubric of %s; somebody may have removed it. Nothing was changed."
                            .formatted(question));
        }
    }

    private List<Change> changes(Result result, @Nullable String made) {
        Answer answer = result.answer(question);
        String table = cohort.sheet().words(answer);
        List<Change> changes = new ArrayList<>();
        if (isTyped("points")) {
            String text = call.value("points");
            changes.add(
                    new Change.Points(
                            answer,
                            text.isBlank() ? null : points(text, 0, result.max(question)),
                            table));
        }
        if (isTyped("comment")) {
            changes.add(new Change.Comment(answer, call.value("comment").strip(), table));
        }
        if (call.has("apply")) {
            requireInRubric(call.value("apply"));
            changes.add(new Change.Apply(answer, call.value("apply"), true, table));
        }
        if (call.has("unapply")) {
            changes.add(new Change.Apply(answer, call.value("unapply"), false, table));
        }
        if (made != null) {
            changes.add(new Change.Apply(answer, made, true, table));
        }
        if (!changes.isEmpty()) {
            changes.addAll(0, adopted(answer, table));
        }
        return changes;
    }

    /**
     * What somebody has filled into the table goes on to count where only a part is changed. Where
     * two graders mark, it counts by itself and is neither's mark.
     */
    private List<Change> adopted(Answer answer, String table) {
        Optional<Manual> inTable = cohort.sheet().of(answer, cohort.decisions());
        return inTable.isEmpty() || cohort.decisions().isDouble(answer.student())
                ? List.of()
                : List.of(
                        new Change.Points(answer, inTable.get().points(), table),
                        new Change.Comment(answer, inTable.get().comment(), table));
    }
}
