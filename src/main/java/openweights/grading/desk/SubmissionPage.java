package openweights.grading.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import openweights.base.Html;
import openweights.base.HtmlTemplate;
import openweights.grading.decision.Answer;
import openweights.grading.decision.Change;
import openweights.grading.decision.Decision;
import openweights.grading.result.Result;
import openweights.grading.score.Grade;
import openweights.grading.submission.Answers;
import openweights.grading.submission.Receipt;
import openweights.grading.submission.UnreadableSubmission;

/** One submission, and what can be decided about it. */
final class SubmissionPage {

    private static final HtmlTemplate PAGE =
            HtmlTemplate.of(SubmissionPage.class, "submission.html");

    private final Desk desk;
    private final Frame frame;

    SubmissionPage(Desk desk, Frame frame) {
        this.desk = desk;
        this.frame = frame;
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
            return Reply.page(page(cohort, standing, call, call.value("said"), Map.of()));
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
                    page(
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
            return Reply.page(400, page(cohort, standing, call, words, call.values()));
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
        return "s/" + standing.key() + filter.query();
    }

    private String page(
            Cohort cohort, Standing standing, Call call, String notice, Map<String, String> typed)
            throws IOException {
        Filter filter = Filter.of(call);
        Neighbors neighbors = Neighbors.of(cohort, filter, standing);
        Grade grade = standing.grade();
        Map<String, Object> values = new HashMap<>();
        values.put("root", frame.root());
        values.put("key", standing.key());
        values.put("query", filter.query());
        values.put("name", standing.name());
        values.put("place", neighbors.words());
        values.put("sum", Grade.format(grade.points()));
        values.put("max", grade.result().max());
        values.put("flags", standing.flags().stream().map(ListPage::flag).toList());
        values.put("previous", link(neighbors.previous(), filter));
        values.put("next", link(neighbors.next(), filter));
        values.put("done", standing.checked() != null);
        values.put("doneBy", standing.checked() == null ? "" : standing.checked().by());
        values.put("notes", notes(grade));
        values.put("attempts", attempts(grade.result()));
        sections(cohort, standing, call, typed, values);
        return frame.page("", standing.name(), notice, PAGE.fill(values));
    }

    private List<Map<String, String>> link(Optional<Standing> to, Filter filter) {
        return to.stream()
                .map(each -> Map.of("link", here(each, filter), "name", each.name()))
                .toList();
    }

    private List<Map<String, String>> notes(Grade grade) {
        List<Map<String, String>> notes = new ArrayList<>();
        grade.result().repairs().forEach(each -> notes.add(Map.of("words", each)));
        if (!grade.lateness().words().isEmpty()) {
            notes.add(Map.of("words", grade.lateness().words()));
        }
        return notes;
    }

    private List<Map<String, Object>> attempts(Result result) throws IOException {
        List<Map<String, Object>> attempts = new ArrayList<>();
        for (Receipt each : Receipt.all(desk.folder().collected(), result.student())) {
            attempts.add(
                    Map.of(
                            "time", Words.time(each.time()),
                            "file", desk.namesHidden() ? "" : each.file(),
                            "graded", each.sha256().equals(result.submission())));
        }
        return attempts;
    }

    private void sections(
            Cohort cohort,
            Standing standing,
            Call call,
            Map<String, String> typed,
            Map<String, Object> values) {
        Result result = standing.result();
        Map<String, String> sources = Map.of();
        String trouble = "";
        String added = "";
        try {
            Answers answers = desk.submissions().read(result);
            sources = answers.sources();
            added = answers.added();
        } catch (UnreadableSubmission e) {
            trouble = String.valueOf(e.getMessage());
        }
        StringBuilder sections = new StringBuilder();
        for (String question : result.questions()) {
            Map<String, String> own =
                    question.equals(typed.get("question")) ? typed : Map.<String, String>of();
            sections.append(section(cohort, standing, call, question, sources, own));
        }
        values.put("sections", sections);
        values.put("trouble", trouble.isEmpty() ? List.of() : List.of(Map.of("words", trouble)));
        values.put(
                "added",
                added.isBlank() ? List.of() : List.of(Map.of("code", CodeLines.html(added))));
    }

    private String section(
            Cohort cohort,
            Standing standing,
            Call call,
            String question,
            Map<String, String> sources,
            Map<String, String> typed) {
        String query = Filter.of(call).query();
        String own = frame.root() + "s/" + standing.key();
        String line = call.value("q").equals(question) ? call.value("line") : "";
        String code =
                CodeLines.html(
                        question,
                        sources.getOrDefault(question, ""),
                        cohort.decisions().notes(Answer.of(standing.result(), question)),
                        own + query,
                        own + "/note" + query,
                        line.matches("\\d{1,6}") ? Integer.parseInt(line) : 0);
        String judge =
                new JudgeForm(cohort, standing.grade(), question)
                        .html(own + "/judge" + query, typed);
        List<Map<String, Object>> alike =
                List.of(
                        Map.of(
                                "link",
                                frame.root()
                                        + "groups/"
                                        + Html.escape(question)
                                        + "/of/"
                                        + standing.key()));
        return QuestionView.html(standing.grade(), question, code, judge, alike);
    }
}
