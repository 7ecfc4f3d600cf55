package openweights.grading.report;

import java.util.List;
import java.util.stream.Collectors;
import openweights.base.Count;
import openweights.base.Html;
import openweights.grading.decision.LineNote;
import openweights.grading.result.Result;
import openweights.grading.score.Grade;
import openweights.grading.score.Grade.Manual;

/** A student's answer on the student's page: the code with comments, and what a person decided. */
final class FeedbackAnswer {

    private FeedbackAnswer() {}

    /**
     * The code with the comments at its lines.
     *
     * @param code empty for none
     */
    static String code(String code, List<LineNote> notes) {
        if (code.isBlank()) {
            return "";
        }
        return CodeLine.of(code, notes).stream()
                .map(FeedbackAnswer::line)
                .collect(Collectors.joining("", "<ol class=\"code\">\n", "</ol>\n"));
    }

    private static String line(CodeLine line) {
        String notes =
                line.notes().stream()
                        .map(note -> "<p>" + Html.escape(note.text()) + "</p>")
                        .collect(Collectors.joining());
        return "<li><code>%s</code>%s</li>\n".formatted(line.html(), notes);
    }

    /** What a person decided about the answer, and why; empty if nobody did. */
    static String decided(Grade grade, String question, Explanation explanation) {
        Result result = grade.result();
        Manual given = grade.manual().get(question);
        boolean inTable =
                given != null && !given.comment().equals(explanation.words(result, question));
        List<String> reasons = inTable ? List.<String>of() : explanation.reasons(result, question);
        String comment =
                given != null && inTable ? given.comment() : explanation.comment(result, question);
        StringBuilder html = new StringBuilder();
        if (given != null) {
            html.append(
                    "<p>A person gave %s of %s.</p>\n"
                            .formatted(
                                    Grade.format(given.points()),
                                    Count.of(result.max(question), "point")));
        }
        if (!reasons.isEmpty()) {
            html.append("<ul>\n");
            reasons.forEach(
                    each -> html.append("<li>").append(Html.escape(each)).append("</li>\n"));
            html.append("</ul>\n");
        }
        if (!comment.isBlank()) {
            html.append("<p class=\"said\">").append(Html.escape(comment.strip())).append("</p>\n");
        }
        return html.isEmpty() ? "" : "<div class=\"note\">\n" + html + "</div>\n";
    }
}
