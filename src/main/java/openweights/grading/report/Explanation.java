package openweights.grading.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.suite.Suite;
import openweights.course.exercise.suite.TestCase;
import openweights.grading.decision.Decisions;
import openweights.grading.decision.LineNote;
import openweights.grading.result.Result;
import openweights.grading.submission.UnreadableSubmission;
import org.jspecify.annotations.Nullable;

/** What a student's page explains beside the results: the code, comments, and hints. */
public final class Explanation {

    private final @Nullable GradedWork work;
    private final Decisions decisions;
    private final Map<String, List<String>> hints;

    private Explanation(
            @Nullable GradedWork work, Decisions decisions, Map<String, List<String>> hints) {
        this.work = work;
        this.decisions = decisions;
        this.hints = hints;
    }

    /** Nothing beside the results. */
    public static Explanation none() {
        return without(Decisions.of(List.of()));
    }

    /** What people decided, without the exercise. */
    public static Explanation without(Decisions decisions) {
        return new Explanation(null, decisions, Map.of());
    }

    /** Everything that is known. */
    public static Explanation of(Exercise exercise, Decisions decisions) {
        Map<String, List<String>> hints =
                Suite.of(exercise).plan().stream()
                        .collect(
                                Collectors.toMap(
                                        TestCase::id, TestCase::hints, (one, other) -> one));
        return new Explanation(new GradedWork(exercise), decisions, hints);
    }

    /** The student's answers by question; none if the file is gone. */
    Map<String, String> answers(Result result) {
        if (work == null) {
            return Map.of();
        }
        try {
            return work.read(result).sources();
        } catch (UnreadableSubmission e) {
            return Map.of();
        }
    }

    List<LineNote> notes(Result result, String question) {
        return decisions.notes(result.answer(question));
    }

    List<String> hints(String test) {
        return hints.getOrDefault(test, List.of());
    }

    /** The rubric items that apply to an answer, in words. */
    List<String> reasons(Result result, String question) {
        return decisions.reasons(result.answer(question));
    }

    /** The comment on an answer; empty for none. */
    String comment(Result result, String question) {
        return decisions.comment(result.answer(question));
    }

    /** All that the desk says to the student about an answer. */
    String words(Result result, String question) {
        return decisions.words(result.answer(question));
    }
}
