package openweights.course.grade.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import openweights.course.exercise.test.Feedback.Detail;
import openweights.course.exercise.test.Feedback.When;
import openweights.course.grade.Result;
import openweights.course.grade.TestResult;
import openweights.course.grade.Verdict;

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
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
            table { border-collapse: collapse; width: 100%%; }
            td, th { text-align: left; vertical-align: top; padding: .3rem .6rem; border-top: 1px solid #ccc; }
            td.points { text-align: right; white-space: nowrap; }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: .2rem 0; font-size: .85em; }
            .note { background: #fff4d6; padding: .5rem .8rem; }
            </style></head><body>
            """;

    public String page(Result result) {
        StringBuilder page = new StringBuilder();
        String title = result.exercise() + ": " + result.student();
        page.append(HEAD.formatted(Html.escape(title)));
        page.append("<h1>%s</h1>\n".formatted(Html.escape(title)));
        page.append(
                "<p><strong>%d of %d points</strong></p>\n".formatted(shown(result), result.max()));
        notes(result)
                .forEach(
                        note ->
                                page.append(
                                        "<p class=\"note\">%s</p>\n".formatted(Html.escape(note))));
        result.questions().forEach(question -> page.append(question(result, question)));
        page.append(
                "<p><small>Submission %s, exercise version %s, sandbox: %s.</small></p>\n</body></html>\n"
                        .formatted(
                                Html.escape(brief(result.submission())),
                                Html.escape(brief(result.version())),
                                Html.escape(result.sandbox())));
        return page.toString();
    }

    /** What is not told yet does not count yet either, or the sum would tell it. */
    private int shown(Result result) {
        return result.tests().stream().filter(this::counts).mapToInt(TestResult::points).sum();
    }

    private boolean counts(TestResult test) {
        return test.when() == When.ALWAYS || test.when() == When.AFTER_DUE && due;
    }

    private List<String> notes(Result result) {
        List<String> notes = new ArrayList<>(result.repairs());
        if (result.isOpen()) {
            notes.add("These points are not final: somebody will look at them.");
        }
        long later = result.tests().stream().filter(test -> !counts(test)).count();
        if (later > 0) {
            notes.add(later + " tests are not told here; their points are not counted yet.");
        }
        return notes;
    }

    private String question(Result result, String question) {
        String rows =
                result.tests().stream()
                        .filter(test -> test.question().equals(question) && counts(test))
                        .map(this::row)
                        .collect(Collectors.joining());
        return "<h2>%s</h2>\n<table>\n%s</table>\n".formatted(Html.escape(question), rows);
    }

    private String row(TestResult test) {
        boolean named = test.tells() != Detail.POINTS;
        String name = named ? test.name() : "a hidden test";
        String verdict = named || test.verdict() == Verdict.PASS ? test.verdict().words() : "";
        String message =
                test.tells() == Detail.MESSAGE && !test.message().isEmpty()
                        ? "<pre>" + Html.escape(test.message()) + "</pre>"
                        : "";
        return "<tr><td>%s%s</td><td>%s</td><td class=\"points\">%d / %d</td></tr>\n"
                .formatted(
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
