package openweights.grading.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import openweights.grading.decision.Answer;
import openweights.grading.decision.Change;
import openweights.grading.decision.Given;
import openweights.grading.decision.RubricItem;
import openweights.grading.result.Result;
import openweights.grading.score.Grade;
import org.jspecify.annotations.Nullable;

/** Gives equal answers what the first of them has: points, rubric items, and comment. */
final class Likening {

    private final Cohort cohort;
    private final Answer first;

    Likening(Cohort cohort, Answer first) {
        this.cohort = cohort;
        this.first = first;
    }

    List<Change> changes(List<Result> results) {
        List<Change> changes = new ArrayList<>();
        for (Result result : results) {
            Answer answer = result.answer(first.question());
            if (!answer.equals(first)) {
                liken(answer, changes);
            }
        }
        return changes;
    }

    /** The items come before the points, because points are given with the items as they are. */
    private void liken(Answer answer, List<Change> changes) {
        String table = cohort.sheet().words(answer);
        Given model = cohort.decisions().of(first);
        Given given = cohort.decisions().of(answer);
        for (RubricItem item : cohort.decisions().items(first.question())) {
            boolean applies = items(model).contains(item.id());
            if (applies != items(given).contains(item.id())) {
                changes.add(new Change.Apply(answer, item.id(), applies, table));
            }
        }
        @Nullable Double points = points(model);
        if (points != null || (given != null && given.base() != null) || !table.isEmpty()) {
            changes.add(new Change.Points(answer, points, table));
        }
        String comment = model == null ? "" : model.comment();
        if (!comment.equals(given == null ? "" : given.comment())) {
            changes.add(new Change.Comment(answer, comment, table));
        }
    }

    private static Set<String> items(@Nullable Given given) {
        return given == null ? Set.of() : given.items();
    }

    /** What a person gave the first one; null if the tests decide, with the items. */
    private @Nullable Double points(@Nullable Given model) {
        boolean inTable = cohort.sheet().of(first, cohort.decisions()).isPresent();
        return (model != null && model.base() != null) || inTable
                ? points(grade().result(), inTable)
                : null;
    }

    private Double points(Result result, boolean inTable) {
        String question = first.question();
        double byGrade = grade().points(question);
        return inTable
                ? byGrade
                : cohort.decisions()
                        .own(first, result.decided(question), result.max(question))
                        .orElse(byGrade);
    }

    private Grade grade() {
        return cohort.of(first.student()).orElseThrow().grade();
    }
}
