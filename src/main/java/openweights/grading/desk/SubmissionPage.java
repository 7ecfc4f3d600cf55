package openweights.grading.desk;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openweights.grading.decision.Answer;
import openweights.grading.decision.Change;
import openweights.grading.decision.Decisions;
import openweights.grading.decision.LineNote;
import openweights.grading.result.Result;
import openweights.grading.submission.UnreadableSubmission;

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
                            "<h1>This submission is gone</h1>\n"
                                    + "<p class=\"trouble\">The results no longer have it. What was"
                                    + " decided about it is still in the history.</p>\n"));
        }
        Standing standing = found.get();
        if (!call.post()) {
            return Reply.page(view.page(cohort, standing, call, call.value("said"), Map.of()));
        }
        return switch (call.part(2)) {
            case "judge" -> judge(cohort, standing, call);
            case "note" -> note(standing, call);
            case "done" -> done(cohort, standing, call);
            case "settle" -> settle(standing, call);
            case "attempt" ->
                    Reply.to(
                            Pages.said(
                                    here(standing, Filter.of(call)) + "#attempts-title",
                                    AttemptList.choose(
                                            desk,
                                            standing.grade().student(),
                                            call.value("attempt"))));
            default -> throw new Refusal("The page asks for what the desk does not know.");
        };
    }

    private Reply judge(Cohort cohort, Standing standing, Call call) throws IOException {
        String question = call.value("question");
        Result result = standing.result();
        if (!result.questions().contains(question)) {
            throw new Refusal("There is no question \"" + question + "\". Nothing was changed.");
        }
        try {
            desk.decide(now -> new Judgment(now, call, question).changes(List.of(result)));
        } catch (Refusal e) {
            Cohort now = desk.cohort();
            return Reply.page(
                    e.status(),
                    view.page(
                            now,
                            now.find(standing.key()).orElse(standing),
                            call,
                            e.words(),
                            call.values()));
        }
        return Reply.to(then(cohort, standing, call, "#" + question));
    }

    /** Points for what two graders marked differently. */
    private Reply settle(Standing standing, Call call) throws IOException {
        String question = call.value("question");
        Result result = standing.result();
        if (!result.questions().contains(question)) {
            throw new Refusal("There is no question \"" + question + "\". Nothing was changed.");
        }
        desk.decide(
                now ->
                        new SettleForm(now.decisions(), result, question)
                                .changes(call, now.sheet().words(result.answer(question))));
        return Reply.to(here(standing, Filter.of(call)) + "#" + question);
    }

    /** A comment at a line. */
    private Reply note(Standing standing, Call call) throws IOException {
        Answer answer = standing.result().answer(call.value("question"));
        int line = line(standing.result(), call);
        if (!desk.cohort().decisions().mayMark(answer)) {
            throw new Refusal("Two other graders are done with this. Nothing was changed.");
        }
        String text = call.value("note").strip();
        desk.decide(
                now -> {
                    String before = note(now.decisions(), answer, line);
                    if (call.has("note-was") && !call.value("note-was").equals(before)) {
                        throw Refusal.overtaken(
                                "At line %d somebody has written “%s” meanwhile, and yours was not saved: “%s”. Open the line again to change the comment."
                                        .formatted(line, before, text));
                    }
                    return text.equals(before)
                            ? List.of()
                            : List.of(new Change.Note(answer, line, text));
                });
        return Reply.to(here(standing, Filter.of(call)) + "#" + answer.question() + "-" + line);
    }

    private static String note(Decisions decisions, Answer answer, int line) {
        return decisions.notes(answer).stream()
                .filter(each -> each.line() == line)
                .map(LineNote::text)
                .findFirst()
                .orElse("");
    }

    private int line(Result result, Call call) {
        String text = call.value("line");
        int line = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
        long lines = 0;
        try {
            Map<String, String> sources = desk.submissions().read(result).sources();
            lines = sources.getOrDefault(call.value("question"), "").lines().count();
        } catch (UnreadableSubmission e) {
            // There is no line then.
        }
        if (line < 1 || line > lines) {
            throw new Refusal("The answer has no line \"" + text + "\". Nothing was changed.");
        }
        return line;
    }

    private Reply done(Cohort cohort, Standing standing, Call call) throws IOException {
        Result result = standing.result();
        boolean done = call.value("done").equals("yes");
        Change check = new Change.Check(result.student(), result.submission(), done);
        desk.decide(now -> List.of(check));
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
