package openweights.grading.desk;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import openweights.grading.decision.Answer;
import openweights.grading.decision.Change;
import openweights.grading.decision.Decision;
import openweights.grading.result.Result;

/** Answers calls about one submission: shows it, and takes what somebody decides. */
final class SubmissionPage {

    private final Desk desk;
    private final Frame frame;
    private final SubmissionView view;

    SubmissionPage(Desk desk, Frame frame) {
        this.desk = desk;
        this.frame = frame;
        view = new SubmissionView(desk, frame);
    }

    Reply reply(Call call) throws IOException {
        Cohort cohort = desk.cohort();
        Optional<Standing> found = cohort.find(call.part(1));
        if (found.isEmpty()) {
            return Reply.page(
                    404,
                    frame.page(
                            "",
                            "Gone",
                            "",
                            "<h1>This submission is gone</h1>\n<p class=\"trouble\">The results no longer have it. What was decided about it is still in the history.</p>\n"));
        }
        Standing standing = found.get();
        if (!call.post()) {
            return Reply.page(view.page(cohort, standing, call, call.value("said"), Map.of()));
        }
        return switch (call.part(2)) {
            case "judge" -> judge(cohort, standing, call);
            case "note" -> note(standing, call);
            case "done" -> done(cohort, standing, call);
            default -> throw new Refusal("The page asks for what the desk does not know.");
        };
    }

    private Reply judge(Cohort cohort, Standing standing, Call call) throws IOException {
        String question = call.value("question");
        Result result = standing.result();
        if (!result.questions().contains(question)) {
            throw new Refusal("There is no question \"" + question + "\". Nothing was changed.");
        }
        Judgment judgment = new Judgment(cohort, call, question);
        if (judgment.overtakes(result, desk.by())) {
            String other = overtaken(cohort, Answer.of(result, question));
            return Reply.page(
                    409,
                    view.page(
                            cohort,
                            standing,
                            call,
                            other
                                    + " Your points and your comment are still in the form: save again to overrule.",
                            call.values()));
        }
        List<Change> changes;
        try {
            changes = judgment.changes(List.of(result));
        } catch (Refusal e) {
            String words = String.valueOf(e.getMessage());
            return Reply.page(400, view.page(cohort, standing, call, words, call.values()));
        }
        if (!changes.isEmpty()) {
            desk.decide(changes);
        }
        return Reply.to(then(cohort, standing, call, "#" + question));
    }

    private static String overtaken(Cohort cohort, Answer answer) {
        Decision last = Objects.requireNonNull(cohort.decisions().of(answer)).last();
        return "%s has decided about %s after this page was shown: %s."
                .formatted(last.by(), answer.question(), Words.of(last, cohort.decisions()));
    }

    private Reply note(Standing standing, Call call) throws IOException {
        Answer answer = Answer.of(standing.result(), call.value("question"));
        int line = (int) Judgment.points(call.value("line"), 1, 1_000_000);
        desk.decide(List.of(new Change.Note(answer, line, call.value("note").strip())));
        return Reply.to(here(standing, Filter.of(call)) + "#" + answer.question() + "-" + line);
    }

    private Reply done(Cohort cohort, Standing standing, Call call) throws IOException {
        Result result = standing.result();
        boolean done = call.value("done").equals("yes");
        desk.decide(List.of(new Change.Check(result.student(), result.submission(), done)));
        return Reply.to(
                done ? then(cohort, standing, call, "next", "") : here(standing, Filter.of(call)));
    }

    private static String then(Cohort cohort, Standing standing, Call call, String anchor) {
        return then(cohort, standing, call, call.value("then"), anchor);
    }

    private static String then(
            Cohort cohort, Standing standing, Call call, String where, String anchor) {
        Filter filter = Filter.of(call);
        Neighbors neighbors = Neighbors.of(cohort, filter, standing);
        return switch (where) {
            case "next" -> neighbors.next().map(each -> here(each, filter)).orElse(filter.query());
            case "previous" ->
                    neighbors.previous().map(each -> here(each, filter)).orElse(filter.query());
            case "list" -> filter.query();
            default -> here(standing, filter) + anchor;
        };
    }

    private static String here(Standing standing, Filter filter) {
        return SubmissionView.place(standing, filter);
    }
}
