package openweights.grading.autograder;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openweights.base.AtomicFile;
import openweights.base.Json;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.ExerciseFile;
import openweights.grading.export.Gradescope;
import openweights.grading.remote.GraderInstallation;
import openweights.grading.remote.Timeouts;
import openweights.grading.run.Grader;
import openweights.grading.run.GradingPlan;
import openweights.grading.sandbox.Limits;
import openweights.grading.sandbox.Sandbox;
import openweights.grading.score.Grade;
import openweights.grading.submission.GradescopeSubmission;
import openweights.grading.submission.Submission;
import openweights.grading.submission.SubmissionFinder;

/**
 * Grades the one submission in Gradescope's container.
 *
 * @param root the folder with {@code submission}, {@code submission_metadata.json}, and {@code
 *     results}, which Gradescope calls {@code /autograder}
 */
public record Autograder(Path root) {

    /** Grades by the exercise in {@code source}, and writes {@code results/results.json}. */
    public void grade(GraderInstallation installation, Sandbox sandbox) throws IOException {
        Exercise exercise = ExerciseFile.read(root.resolve("source/exercise.json"));
        GradescopeSubmission facts =
                GradescopeSubmission.read(root.resolve("submission_metadata.json"));
        Optional<Submission> found =
                SubmissionFinder.one(facts.student(), root.resolve("submission"), exercise.id());
        if (found.isEmpty()) {
            say(
                    "There is no notebook in this submission. Hand in the file %s.ipynb, in which you answered."
                            .formatted(exercise.id()));
            return;
        }
        GradingPlan plan = GradingPlan.of(exercise);
        try (Grader grader =
                new Grader(plan, sandbox, installation, Limits.DEFAULT, Timeouts.DEFAULT)) {
            ObjectNode results = Gradescope.json(Grade.of(grader.grade(found.get())));
            List<String> lines = new ArrayList<>(List.of(results.path("output").asText()));
            facts.late().ifPresent(time -> lines.add(late(time)));
            results.put("output", String.join("\n", lines).strip());
            write(results);
        }
    }

    /** Writes a result without points that tells the student why. */
    public void say(String message) throws IOException {
        ObjectNode results = JsonNodeFactory.instance.objectNode();
        results.put("score", 0).put("output", message).put("output_format", "text");
        results.put("stdout_visibility", "hidden").putArray("tests");
        write(results);
    }

    private void write(ObjectNode results) throws IOException {
        AtomicFile.write(root.resolve("results/results.json"), Json.pretty(results) + "\n");
    }

    private static String late(Duration time) {
        return "It was handed in %d h %d min after the due date. Nothing is deducted here for that."
                .formatted(time.toHours(), time.toMinutesPart());
    }
}
