package openweights.grading.desk;

import java.util.List;
import java.util.Map;
import openweights.base.HtmlTemplate;
import openweights.grading.decision.Answer;
import openweights.grading.decision.Change;
import openweights.grading.decision.Decisions;
import openweights.grading.decision.Mark;
import openweights.grading.result.Result;
import openweights.grading.score.Grade;
import org.jspecify.annotations.Nullable;

/** What two graders gave for an answer, and the form with which somebody settles the points. */
final class SettleForm {

    private static final HtmlTemplate FORM = HtmlTemplate.of(SettleForm.class, "settle.html");

    private final Decisions decisions;
    private final Result result;
    private final String question;
    private final Answer answer;

    SettleForm(Decisions decisions, Result result, String question) {
        this.decisions = decisions;
        this.result = result;
        this.question = question;
        answer = result.answer(question);
    }

    /**
     * The form; empty before both graders are done.
     *
     * @param action where it is sent
     */
    String html(String action) {
        List<Mark> marks = decisions.marks(answer, result.decided(question), result.max(question));
        if (marks.isEmpty()) {
            return "";
        }
        String settled = format(decisions.settled(answer));
        boolean differ =
                !decisions
                        .pending(answer, result.decided(question), result.max(question))
                        .isEmpty();
        return FORM.fill(
                Map.of(
                        "action",
                        action,
                        "q",
                        question,
                        "max",
                        result.max(question),
                        "marks",
                        marks.stream().map(SettleForm::mark).toList(),
                        "settled",
                        settled,
                        "differ",
                        differ,
                        "hasMean",
                        !mean(marks).isEmpty(),
                        "mean",
                        mean(marks)));
    }

    private static Map<String, Object> mark(Mark mark) {
        return Map.of(
                "by", mark.by(),
                "points", mark.points() == null ? "no points" : format(mark.points()),
                "words", mark.words());
    }

    private static String mean(List<Mark> marks) {
        double sum = 0;
        for (Mark mark : marks) {
            if (mark.points() == null) {
                return "";
            }
            sum += mark.points();
        }
        return Grade.format(sum / marks.size());
    }

    private static String format(@Nullable Double points) {
        return points == null ? "" : Grade.format(points);
    }

    /**
     * What the form asks to change.
     *
     * @param table what the table of points by hand says about the answer
     * @throws Refusal if the points cannot be read, or somebody has settled them meanwhile
     */
    List<Change> changes(Call call, String table) {
        if (!decisions.isMarkedTwice(answer)) {
            throw new Refusal(
                    "Nothing is to be settled before two graders are done. Nothing was changed.");
        }
        @Nullable Double settled = decisions.settled(answer);
        String now = format(settled);
        if (call.has("settled-was") && !call.value("settled-was").equals(now)) {
            throw Refusal.overtaken(
                    "Somebody has settled %s meanwhile: %s. Nothing was changed."
                            .formatted(
                                    question,
                                    settled == null ? "taken back" : Words.points(settled)));
        }
        String text = call.value("settled").strip();
        @Nullable Double points =
                text.isEmpty() ? null : Judgment.points(text, 0, result.max(question));
        boolean said = points == null || table.equals(decisions.table(answer));
        return said && format(points).equals(now)
                ? List.of()
                : List.of(new Change.Settle(answer, points, table));
    }
}
