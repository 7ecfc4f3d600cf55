package openweights.grading.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openweights.base.HtmlTemplate;
import openweights.grading.decision.Answer;
import openweights.grading.decision.Decisions;
import openweights.grading.decision.Given;
import openweights.grading.decision.RubricItem;
import openweights.grading.result.Result;
import openweights.grading.score.Grade;
import openweights.grading.score.Grade.Manual;
import org.jspecify.annotations.Nullable;

/** The form with which a person judges an answer: rubric items, points, a comment. */
final class JudgeForm {

    private static final HtmlTemplate FORM = HtmlTemplate.of(JudgeForm.class, "judge.html");

    private final Cohort cohort;
    private final Grade grade;
    private final String question;

    private List<Result> all;

    JudgeForm(Cohort cohort, Grade grade, String question) {
        this.cohort = cohort;
        this.grade = grade;
        this.question = question;
        all = List.of(grade.result());
    }

    /** Judges all of a group: shows which items they have, and offers what the first one has. */
    JudgeForm forAll(List<Result> members) {
        all = members;
        return this;
    }

    /**
     * The form.
     *
     * @param action where it is sent
     * @param typed what was typed and could not be taken yet; often nothing
     */
    String html(String action, Map<String, String> typed) {
        Result result = grade.result();
        Decisions decisions = cohort.decisions();
        Answer answer = result.answer(question);
        @Nullable Given given = decisions.of(answer);
        Optional<Manual> inTable = cohort.sheet().of(answer, decisions);
        boolean byHand = inTable.isPresent() || (given != null && given.base() != null);
        String shown = shown(decisions, answer, byHand);
        String comment = comment(cohort, answer);
        Map<String, Object> values = new HashMap<>();
        values.put("action", action);
        values.put("q", question);
        values.put("seen", new Seen(decisions, question, all).stamp());
        values.put("points", typed.getOrDefault("points", shown));
        values.put("pointsWas", shown);
        values.put(
                "byTests",
                result.decided(question) == null ? "?" : Grade.format(result.points(question)));
        values.put("max", result.max(question));
        values.put("comment", typed.getOrDefault("comment", comment));
        values.put("commentWas", comment);
        values.put("newWords", typed.getOrDefault("new-words", ""));
        values.put("newPoints", typed.getOrDefault("new-points", ""));
        values.put("items", new ItemButtons(decisions, question, all).values());
        values.put("members", all.size());
        values.put("several", all.size() > 1);
        values.put("how", how(byHand, inTable.isPresent(), decisions, given));
        return FORM.fill(values);
    }

    /** The comment in the field: where two graders mark, that of whoever looks. */
    static String comment(Cohort cohort, Answer answer) {
        Decisions decisions = cohort.decisions();
        @Nullable Given given = decisions.of(answer);
        String own = given == null ? "" : given.comment();
        return decisions.isDouble(answer.student())
                ? own
                : cohort.sheet().of(answer, decisions).map(Manual::comment).orElse(own);
    }

    /** The points in the field: where two graders mark, those of whoever looks. */
    private String shown(Decisions decisions, Answer answer, boolean byHand) {
        Result result = grade.result();
        if (decisions.isMarkedTwice(answer)) {
            return decisions
                    .own(answer, result.decided(question), result.max(question))
                    .map(Grade::format)
                    .orElse("");
        }
        return byHand || grade.manual().containsKey(question)
                ? Grade.format(grade.points(question))
                : "";
    }

    /** How the points come about, in words. */
    private String how(
            boolean byHand, boolean inTable, Decisions decisions, @Nullable Given given) {
        Result result = grade.result();
        if (!byHand && result.decided(question) == null) {
            return "No test could decide. Type points; rubric items are added to them.";
        }
        StringBuilder words = new StringBuilder();
        if (inTable) {
            return "By hand, in manual.csv.";
        }
        words.append(
                byHand && given != null && given.base() != null
                        ? "By hand " + Grade.format(given.base())
                        : "Tests " + Grade.format(result.points(question)));
        if (given != null) {
            decisions
                    .applied(given)
                    .forEach(item -> words.append(' ').append(RubricItem.signed(item.points())));
            words.append(" · ").append(given.last().by());
        }
        return words.toString();
    }
}
