package openweights.grading.similar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.ExerciseCell;
import openweights.grading.report.GradedWork;
import openweights.grading.result.Result;
import openweights.grading.submission.Answers;
import openweights.grading.submission.UnreadableSubmission;

/**
 * What students handed in, each as one text: the answers in order, then the cells that the student
 * added.
 *
 * @param code by student
 * @param unreadable students whose file is no notebook, is gone, or was changed
 */
public record Handed(Map<String, String> code, List<String> unreadable) {

    /** Reads what was graded. */
    public static Handed of(Exercise exercise, Collection<Result> results) {
        GradedWork work = new GradedWork(exercise);
        Map<String, String> code = new TreeMap<>();
        List<String> unreadable = new ArrayList<>();
        for (Result result : results) {
            try {
                code.put(result.student(), text(work.read(result)));
            } catch (UnreadableSubmission e) {
                unreadable.add(result.student());
            }
        }
        return new Handed(code, unreadable);
    }

    private static String text(Answers answers) {
        StringBuilder text = new StringBuilder();
        answers.sources()
                .forEach(
                        (question, source) ->
                                text.append(Fragments.BOUNDARY)
                                        .append(question)
                                        .append('\n')
                                        .append(source.strip())
                                        .append("\n\n"));
        if (!answers.added().isBlank()) {
            text.append(Fragments.BOUNDARY)
                    .append("added\n")
                    .append(answers.added().strip())
                    .append('\n');
        }
        return text.toString();
    }

    /** The pairs that share what few others have. */
    public List<Pair> pairs(Exercise exercise) {
        List<String> given = new ArrayList<>();
        for (ExerciseCell cell : exercise.parts()) {
            if (cell instanceof ExerciseCell.Given each) {
                given.add(each.source());
            } else if (cell instanceof ExerciseCell.Answer answer) {
                given.add(answer.starter());
            }
        }
        return Similarity.pairs(code, given);
    }
}
