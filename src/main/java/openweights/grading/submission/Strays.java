package openweights.grading.submission;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.ExerciseCell;

/** Finds answers that stand in another cell than their own. */
final class Strays {

    private final SubmittedNotebook notebook;
    private final Exercise exercise;

    Strays(SubmittedNotebook notebook, Exercise exercise) {
        this.notebook = notebook;
        this.exercise = exercise;
    }

    /**
     * The cells that declare what an answer must declare and its own cells do not, in the
     * notebook's order. Of several that declare the same name, the last is taken.
     *
     * @param own the answer's own cells, as far as the student has written them
     */
    List<SubmittedCell> of(ExerciseCell.Answer answer, List<SubmittedCell> own) {
        Set<String> missing = required(answer);
        own.forEach(cell -> missing.removeAll(DeclaredNames.in(cell.source())));
        List<SubmittedCell> found = new ArrayList<>();
        List<SubmittedCell> cells = notebook.cells();
        for (int i = cells.size() - 1; i >= 0 && !missing.isEmpty(); i--) {
            SubmittedCell cell = cells.get(i);
            if (cell.code() && !own.contains(cell) && !isOfTheExercise(cell)) {
                if (missing.removeAll(DeclaredNames.in(cell.source()))) {
                    found.add(0, cell);
                }
            }
        }
        return found;
    }

    /** Whether text, which does not run, declares what the answer must declare. */
    boolean areInText(ExerciseCell.Answer answer) {
        Set<String> required = required(answer);
        return notebook.cells().stream()
                .filter(cell -> !cell.code() && !isOfTheExercise(cell))
                .anyMatch(
                        cell ->
                                required.stream()
                                        .anyMatch(DeclaredNames.in(cell.source())::contains));
    }

    /** What the starter and the solution both declare: the names that the tests can know. */
    private static Set<String> required(ExerciseCell.Answer answer) {
        Set<String> names = new HashSet<>(DeclaredNames.in(answer.solution()));
        Set<String> starter = DeclaredNames.in(answer.starter());
        if (!starter.isEmpty()) {
            names.retainAll(starter);
        }
        return names;
    }

    private boolean isOfTheExercise(SubmittedCell cell) {
        return exercise.parts().stream()
                .anyMatch(part -> NotebookRepair.same(cell.source(), NotebookRepair.starter(part)));
    }
}
