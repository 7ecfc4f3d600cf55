package openweights.grading.submission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import openweights.course.exercise.source.Exercise;

/**
 * What is taken from a submission: the exercise's cells in the exercise's order, with the student's
 * answers in their places and the student's additional cells between them.
 *
 * @param cells to run in order
 * @param untouched questions whose answer is still the starter code, or missing
 * @param doubtful those of them whose answer may stand where it cannot be taken from
 * @param repairs what was wrong with the notebook, for people
 */
public record Answers(
        List<GradedCell> cells, Set<String> untouched, Set<String> doubtful, List<String> repairs) {

    public Answers {
        cells = List.copyOf(cells);
        untouched = Set.copyOf(untouched);
        doubtful = Set.copyOf(doubtful);
        repairs = List.copyOf(repairs);
    }

    /**
     * Reads a submission.
     *
     * @param content of its file
     * @param exercise with the student's own numbers
     * @throws UnreadableSubmission if the file is not a notebook, or belongs to another exercise
     */
    public static Answers read(byte[] content, Exercise exercise) throws UnreadableSubmission {
        SubmittedNotebook notebook = SubmittedNotebook.read(content);
        if (!notebook.exercise().isEmpty() && !notebook.exercise().equals(exercise.id())) {
            throw new UnreadableSubmission(
                    "It is a notebook of exercise \"%s\", not of \"%s\"."
                            .formatted(notebook.exercise(), exercise.id()));
        }
        return new NotebookRepair(notebook, exercise).answers();
    }

    /** The text of each question's answer. */
    public Map<String, String> sources() {
        return cells.stream()
                .filter(cell -> cell.role() == GradedCell.Role.ANSWER)
                .collect(
                        Collectors.toMap(
                                GradedCell::question,
                                GradedCell::source,
                                (one, other) -> one + "\n" + other,
                                LinkedHashMap::new));
    }

    /** The text of all cells that the student added; often empty. */
    public String added() {
        return cells.stream()
                .filter(cell -> cell.role() == GradedCell.Role.EXTRA)
                .map(GradedCell::source)
                .collect(Collectors.joining("\n"));
    }
}
