package openweights.grading.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openweights.base.Html;
import openweights.base.HtmlTemplate;
import openweights.grading.result.Result;
import openweights.grading.score.Grade;
import openweights.grading.submission.Answers;
import openweights.grading.submission.UnreadableSubmission;

/** One submission as a page: the answers, what the tests found, and forms to judge them. */
final class SubmissionView {

    private static final HtmlTemplate PAGE =
            HtmlTemplate.of(SubmissionView.class, "submission.html");

    private final Desk desk;
    private final Frame frame;

    SubmissionView(Desk desk, Frame frame) {
        this.desk = desk;
        this.frame = frame;
    }

    /** The address of a student's page, after the token. */
    static String place(Standing standing, Filter filter) {
        return "s/" + standing.key() + filter.query();
    }

    /**
     * The page.
     *
     * @param notice what has just happened; empty for nothing
     * @param typed what was typed and could not be taken yet; often nothing
     */
    String page(
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
        values.put("reopen", mayReopen(cohort, standing));
        values.put("notes", notes(grade));
        values.put("attempts", AttemptList.of(desk, cohort, grade.result()));
        values.put("chosen", cohort.decisions().attempts().containsKey(standing.grade().student()));
        sections(cohort, standing, call, typed, values);
        return frame.page("", standing.name(), notice, PAGE.fill(values));
    }

    /** Where two graders mark, each says of their own marks only whether they are done. */
    private boolean mayReopen(Cohort cohort, Standing standing) {
        return standing.checked() != null
                && (!cohort.decisions().isDouble(standing.grade().student())
                        || standing.checked().by().equals(desk.by()));
    }

    private List<Map<String, String>> link(Optional<Standing> to, Filter filter) {
        return to.stream()
                .map(each -> Map.of("link", place(each, filter), "name", each.name()))
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
                        cohort.decisions().notes(standing.result().answer(question)),
                        own + query,
                        own + "/note" + query,
                        line.matches("\\d{1,6}") ? Integer.parseInt(line) : 0);
        Result result = standing.result();
        String settle =
                new SettleForm(cohort.decisions(), result, question).html(own + "/settle" + query);
        String judge =
                cohort.decisions().mayMark(result.answer(question))
                        ? new JudgeForm(cohort, standing.grade(), question)
                                .html(own + "/judge" + query, typed)
                        : "";
        List<Map<String, Object>> alike =
                List.of(
                        Map.of(
                                "link",
                                frame.root()
                                        + "groups/"
                                        + Html.escape(question)
                                        + "/of/"
                                        + standing.key()));
        return QuestionView.html(standing.grade(), question, code, settle + judge, alike);
    }
}
