package openweights.grading.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openweights.base.HtmlTemplate;
import openweights.grading.result.Result;
import openweights.grading.result.TestResult;
import openweights.grading.result.Verdict;
import openweights.grading.score.Grade;

/** One question of a submission: the answer, what the tests found, and the form to judge it. */
final class QuestionView {

    private static final HtmlTemplate QUESTION =
            HtmlTemplate.of(QuestionView.class, "question.html");

    private QuestionView() {}

    /**
     * The section.
     *
     * @param code the answer with its lines
     * @param judge the form
     * @param alike a link to answers that are equal; empty if there are none
     */
    static String html(
            Grade grade,
            String question,
            String code,
            String judge,
            List<Map<String, Object>> alike) {
        Result result = grade.result();
        boolean open = grade.openQuestions().contains(question);
        Map<String, Object> values = new HashMap<>();
        values.put("q", question);
        values.put("points", open ? "?" : Grade.format(grade.points(question)));
        values.put("max", result.max(question));
        values.put(
                "kind",
                open ? "open" : ListPage.kind(grade.points(question), result.max(question)));
        values.put("code", code);
        values.put("judge", judge);
        values.put("alike", alike);
        values.put(
                "tests",
                result.tests().stream()
                        .filter(test -> test.question().equals(question))
                        .map(QuestionView::test)
                        .toList());
        return QUESTION.fill(values);
    }

    private static Map<String, Object> test(TestResult test) {
        boolean passed = test.verdict() == Verdict.PASS;
        Map<String, Object> values = new HashMap<>();
        values.put("kind", passed ? "full" : test.verdict().isOpen() ? "open" : "none");
        values.put("sign", sign(test.verdict()));
        values.put("name", test.name());
        values.put("verdict", test.verdict().label());
        values.put("hidden", test.hidden());
        values.put("points", test.points() + " / " + test.max());
        values.put(
                "message",
                test.message().isEmpty() ? List.of() : List.of(Map.of("text", test.message())));
        return values;
    }

    static String sign(Verdict verdict) {
        return verdict == Verdict.PASS ? "✓" : verdict.isOpen() ? "?" : "✗";
    }
}
