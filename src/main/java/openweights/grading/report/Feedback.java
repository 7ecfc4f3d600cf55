package openweights.grading.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openweights.base.Html;
import openweights.course.exercise.test.Feedback.Detail;
import openweights.course.exercise.test.Feedback.When;
import openweights.grading.result.Result;
import openweights.grading.result.TestResult;
import openweights.grading.result.Verdict;
import openweights.grading.score.Grade;

/**
 * A student's page: one file, no scripts, nothing from elsewhere. Of a hidden test it tells what
 * the test's author allows.
 *
 * @param due whether the date has passed at which more may be told
 */
public record Feedback(boolean due) {

    private static final String HEAD =
            """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            :root { color-scheme: light dark; --line: #8884; --note: #e8a80026; --good: #1a7f37; --bad: #b3261e; }
            @media (prefers-color-scheme: dark) { :root { --good: #6fdd8b; --bad: #ff9a91; } }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
            h1 { font-size: 1.5rem; margin-bottom: 0; }
            h2 { font-size: 1.15rem; margin: 1.6rem 0 .3rem; display: flex; justify-content: space-between; }
            h2 span { font-weight: normal; }
            table { border-collapse: collapse; width: 100%%; }
            td { vertical-align: top; padding: .35rem .6rem; border-top: 1px solid var(--line); }
            td:first-child { width: 1rem; padding-right: 0; }
            td.verdict, td.points { text-align: right; white-space: nowrap; width: 1%%; }
            td.passed { color: var(--good); }
            td.failed { color: var(--bad); }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: .2rem 0; font-size: .85em; }
            .sum { font-size: 1.2rem; }
            .note { background: var(--note); padding: .5rem .8rem; border-radius: .3rem; }
            small { opacity: .75; }
            </style></head><body>
            """;

    public String page(Grade grade) {
        Result result = grade.result();
        StringBuilder page = new StringBuilder();
        String title = result.exercise() + ": " + result.student();
        page.append(HEAD.formatted(Html.escape(title)));
        page.append("<h1>%s</h1>\n".formatted(Html.escape(title)));
        page.append(
                "<p class=\"sum\"><strong>%s of %d points</strong></p>\n"
                        .formatted(Grade.words(grade.reduced(shown(grade))), result.max()));
        for (String note : notes(grade)) {
            page.append("<p class=\"note\">%s</p>\n".formatted(Html.escape(note)));
        }
        result.questions().forEach(question -> page.append(question(grade, question)));
        page.append(
                "<p><small>Submission %s, exercise version %s, sandbox: %s.</small></p>\n</body></html>\n"
                        .formatted(
                                Html.escape(brief(result.submission())),
                                Html.escape(brief(result.version())),
                                Html.escape(result.sandbox())));
        return page.toString();
    }

    private double shown(Grade grade) {
        return grade.result().questions().stream()
                .mapToDouble(question -> shown(grade, question))
                .sum();
    }

    /** What is not told yet does not count yet either, or the sum would tell it. */
    private double shown(Grade grade, String question) {
        return grade.manual().containsKey(question)
                ? grade.points(question)
                : told(grade, question).mapToInt(TestResult::points).sum();
    }

    /** What a person has settled is not told any more as something to be looked at. */
    private Stream<TestResult> told(Grade grade, String question) {
        return grade.result().tests().stream()
                .filter(test -> test.question().equals(question) && counts(test))
                .filter(test -> !test.verdict().isOpen() || !grade.manual().containsKey(question));
    }

    private boolean counts(TestResult test) {
        return test.when() == When.ALWAYS || (test.when() == When.AFTER_DUE && due);
    }

    private List<String> notes(Grade grade) {
        List<String> notes = new ArrayList<>(grade.result().repairs());
        notes.addAll(grade.notes());
        if (grade.isOpen()) {
            notes.add("These points are not final: somebody will look at them.");
        }
        long later = grade.result().tests().stream().filter(test -> !counts(test)).count();
        if (later > 0) {
            notes.add(later + " tests are not told here; their points are not counted yet.");
        }
        return notes;
    }

    private String question(Grade grade, String question) {
        String rows = told(grade, question).map(this::row).collect(Collectors.joining());
        return "<h2>%s <span>%s of %d</span></h2>\n<table>\n%s</table>\n"
                .formatted(
                        Html.escape(question),
                        Grade.words(shown(grade, question)),
                        grade.result().max(question),
                        rows);
    }

    private String row(TestResult test) {
        boolean passed = test.verdict() == Verdict.PASS;
        boolean open = test.verdict().isOpen();
        boolean named = test.tells() != Detail.POINTS;
        String name = named ? test.name() : "a hidden test";
        String verdict = named || passed ? test.verdict().words() : "";
        String message =
                test.tells() == Detail.MESSAGE && !test.message().isEmpty()
                        ? "<pre>" + Html.escape(test.message()) + "</pre>"
                        : "";
        return "<tr><td class=\"%s\">%s</td><td>%s%s</td><td class=\"verdict\">%s</td><td class=\"points\">%d / %d</td></tr>\n"
                .formatted(
                        passed ? "passed" : open ? "" : "failed",
                        passed ? "✓" : open ? "?" : "✗",
                        Html.escape(name),
                        message,
                        Html.escape(verdict),
                        test.points(),
                        test.max());
    }

    private static String brief(String hash) {
        return hash.length() <= 12 ? hash : hash.substring(0, 12);
    }
}
