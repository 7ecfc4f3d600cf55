package openweights.grading.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.ExerciseCell;
import openweights.grading.submission.Answers;
import openweights.grading.submission.FileNames;
import openweights.grading.submission.Submission;
import openweights.grading.submission.UnreadableSubmission;

/**
 * The answers as a tree for the plagiarism checker JPlag: {@code
 * submissions/STUDENT/QUESTION.java}, {@code submissions/STUDENT/added.java} for cells that the
 * student added, and, so that given code does not count as copied, {@code base/QUESTION.java}.
 *
 * <p>JPlag parses whole classes, so each answer is wrapped in one.
 */
public final class JPlagTree {

    private JPlagTree() {}

    /**
     * Writes the tree.
     *
     * @return students whose submission could not be read
     */
    public static List<String> write(Exercise exercise, List<Submission> submissions, Path folder)
            throws IOException {
        for (ExerciseCell.Answer question : exercise.questions()) {
            put(folder.resolve("base"), question.question(), question.starter());
        }
        List<String> unreadable = new ArrayList<>();
        for (Submission submission : submissions) {
            Path place =
                    folder.resolve("submissions").resolve(FileNames.safe(submission.student()));
            try {
                Answers answers = Answers.read(submission.content(), exercise);
                for (Map.Entry<String, String> answer : answers.sources().entrySet()) {
                    put(place, answer.getKey(), answer.getValue());
                }
                if (!answers.added().isEmpty()) {
                    put(place, "added", answers.added());
                }
            } catch (UnreadableSubmission e) {
                unreadable.add(submission.student());
            }
        }
        return unreadable;
    }

    private static void put(Path folder, String question, String source) throws IOException {
        Files.createDirectories(folder);
        String name = FileNames.safe(question);
        Files.writeString(
                folder.resolve(name + ".java"),
                "class %s {\n%s\n}\n".formatted(name.replace('-', '_'), source));
    }
}
