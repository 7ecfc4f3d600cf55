package openweights.grading.submission;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import openweights.course.exercise.source.Exercise;

/**
 * What is taken from a submission: the exercise's cells in the exercise's order, with the student's
 * answers in their places and the student's own cells between them.
 *
 * @param pieces to be run in order
 * @param untouched questions whose answer is what the student was given, or nothing
 * @param repairs what was wrong with the notebook, for people
 */
public record Answers(List<GradedCell> pieces, Set<String> untouched, List<String> repairs) {

    public Answers {
        pieces = List.copyOf(pieces);
        untouched = Set.copyOf(untouched);
        repairs = List.copyOf(repairs);
    }

    /**
     * @param exercise in the student's form
     * @throws UnreadableSubmission if the file is no notebook, or of another exercise
     */
    public static Answers read(Path file, Exercise exercise) throws UnreadableSubmission {
        SubmittedNotebook sheet = SubmittedNotebook.read(file);
        if (!sheet.exercise().isEmpty() && !sheet.exercise().equals(exercise.id())) {
            throw new UnreadableSubmission(
                    "It is a notebook of exercise \"%s\", not of \"%s\"."
                            .formatted(sheet.exercise(), exercise.id()));
        }
        return new NotebookRepair(sheet, exercise).answers();
    }

    /** The text of each question's answer. */
    public Map<String, String> sources() {
        return pieces.stream()
                .filter(piece -> piece.role() == GradedCell.Role.ANSWER)
                .collect(
                        Collectors.toMap(
                                GradedCell::question,
                                GradedCell::source,
                                (one, other) -> one + "\n" + other,
                                LinkedHashMap::new));
    }
}
