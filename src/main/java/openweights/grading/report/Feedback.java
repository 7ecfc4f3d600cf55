package openweights.grading.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openweights.base.Count;
import openweights.base.Html;
import openweights.course.exercise.test.Feedback.Detail;
import openweights.course.exercise.test.Feedback.When;
import openweights.grading.result.Result;
import openweights.grading.result.TestResult;
import openweights.grading.result.Verdict;
import openweights.grading.score.Grade;

/**
 * A student's page: one file without scripts or external content. It tells as much about a hidden
 * test as the test's author allows.
 *
 * @param due whether the due date has passed, after which tests may tell more
 * @param explanation what the page says beside the results
 */
public record Feedback(boolean due, Explanation explanation) {

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
            td { overflow-wrap: anywhere; vertical-align: top; padding: .35rem .6rem; border-top: 1px solid var(--line); }
            td:first-child { width: 1rem; padding-right: 0; }
            td.verdict, td.points { text-align: right; white-space: nowrap; width: 1%%; }
            td.passed { color: var(--good); }
            td.failed { color: var(--bad); }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: .2rem 0; font-size: .85em; }
            .sum { font-size: 1.2rem; }
            .note { background: var(--note); padding: .5rem .8rem; border-radius: .3rem; }
            small { opacity: .75; }
            ol.code { margin: .4rem 0 .8rem; padding: .6rem .8rem .6rem 3rem; border: 1px solid var(--line); border-radius: .3rem; font-size: .85em; }
            ol.code li::marker { color: GrayText; }
            ol.code code { white-space: pre-wrap; overflow-wrap: anywhere; }
            ol.code p { margin: .2rem 0 .4rem; padding: .3rem .7rem; border-left: 3px solid; background: var(--note); font: 1rem/1.45 system-ui, sans-serif; white-space: pre-wrap; }
            .note p, .note ul { margin: .1rem 0; }
            .said { white-space: pre-wrap; }
            .hints { margin: .2rem 0; padding-left: 1.2rem; overflow-wrap: anywhere; }
            .c { font-style: italic; opacity: .8; } .k { font-weight: 600; }
            </style></head><body>
            """;

    /** Pages of the results alone. */
    public Feedback(boolean due) {
        this(due, Explanation.none());
    }

    /** The page as HTML. */
    public String page(Grade grade) {
        return page(grade, grade.student());
    }

    /**
     * The page as HTML.
     *
     * @param name of the student, who may have handed in under the name of a group
     */
    String page(Grade grade, String name) {
        Result result = grade.result();
        StringBuilder page = new StringBuilder();
        String title = result.exercise() + ": " + name;
        page.append(HEAD.formatted(Html.escape(title)));
        page.append("<h1>%s</h1>\n".formatted(Html.escape(title)));
        page.append(
                "<p class=\"sum\"><strong>%s of %s</strong></p>\n"
                        .formatted(
                                Grade.format(grade.reduced(shownPoints(grade))),
                                Count.of(result.max(), "point")));
        if (!name.equals(grade.student())) {
            page.append(
                    "<p>Handed in together, as %s.</p>\n".formatted(Html.escape(grade.student())));
        }
        for (String note : notes(grade)) {
            page.append("<p class=\"note\">%s</p>\n".formatted(Html.escape(note)));
        }
        Map<String, String> answers = explanation.answers(result);
        result.questions()
                .forEach(
                        question ->
                                page.append(
                                        question(
                                                grade,
                                                question,
                                                answers.getOrDefault(question, ""))));
        page.append(
                "<p><small>Submission %s, exercise version %s, sandbox: %s.</small></p>\n</body></html>\n"
                        .formatted(
                                Html.escape(brief(result.submission())),
                                Html.escape(brief(result.version())),
                                Html.escape(result.sandbox())));
        return page.toString();
    }

    private double shownPoints(Grade grade) {
        return grade.result().questions().stream()
                .mapToDouble(question -> shownPoints(grade, question))
                .sum();
    }

    /** A test that is not shown yet does not count yet, or the sum would give it away. */
    private double shownPoints(Grade grade, String question) {
        return grade.manual().containsKey(question)
                ? grade.points(question)
                : shownTests(grade, question).mapToInt(TestResult::points).sum();
    }

    /** Once a person has decided about a question, its tests that needed review are not shown. */
    private Stream<TestResult> shownTests(Grade grade, String question) {
        return grade.result().tests().stream()
                .filter(test -> test.question().equals(question) && isShown(test))
                .filter(test -> !test.verdict().isOpen() || !grade.manual().containsKey(question));
    }

    private boolean isShown(TestResult test) {
        return test.when() == When.ALWAYS || (test.when() == When.AFTER_DUE && due);
    }

    /** Points by hand take the place of all tests of their question. */
    private boolean isLeftOut(Grade grade, TestResult test) {
        return !isShown(test) && !grade.manual().containsKey(test.question());
    }

    private List<String> notes(Grade grade) {
        List<String> notes = new ArrayList<>(grade.result().repairs());
        if (!grade.lateness().words().isEmpty()) {
            notes.add(grade.lateness().words());
        }
        if (grade.isOpen()) {
            notes.add("These points are not final: a person will review them.");
        }
        long left = grade.result().tests().stream().filter(test -> isLeftOut(grade, test)).count();
        if (left > 0) {
            notes.add(
                    "Tests that are not shown here: %d. Their points are not in the sum above."
                            .formatted(left));
        }
        return notes;
    }

    private String question(Grade grade, String question, String code) {
        String rows = shownTests(grade, question).map(this::row).collect(Collectors.joining());
        return "<h2>%s <span>%s of %d</span></h2>\n%s%s<table>\n%s</table>\n"
                .formatted(
                        Html.escape(question),
                        Grade.format(shownPoints(grade, question)),
                        grade.result().max(question),
                        FeedbackAnswer.code(code, explanation.notes(grade.result(), question)),
                        FeedbackAnswer.decided(grade, question, explanation),
                        rows);
    }

    private String row(TestResult test) {
        boolean passed = test.verdict() == Verdict.PASS;
        boolean open = test.verdict().isOpen();
        boolean named = test.tells() != Detail.POINTS;
        String name = named ? test.name() : "a hidden test";
        String verdict = named || passed ? test.verdict().label() : "";
        String message =
                test.tells() == Detail.MESSAGE && !test.message().isEmpty()
                        ? "<pre>" + Html.escape(test.message()) + "</pre>" + hints(test)
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

    /** Every hint, from the gentlest on: the work is done, and this is for the next time. */
    private String hints(TestResult test) {
        return explanation.hints(test.test()).stream()
                .map(hint -> "<li>" + Html.escape(hint) + "</li>")
                .reduce(String::concat)
                .map(hints -> "<ul class=\"hints\">" + hints + "</ul>")
                .orElse("");
    }

    private static String brief(String hash) {
        return hash.length() <= 12 ? hash : hash.substring(0, 12);
    }
}
