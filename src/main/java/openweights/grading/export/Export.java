package openweights.grading.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import openweights.base.UserException;
import openweights.course.exercise.source.Exercises;
import openweights.grading.export.ExportFolder.Written;
import openweights.grading.result.GradingFolder;
import openweights.grading.roster.Roster;
import openweights.grading.score.Grade;
import openweights.grading.score.Grades;
import openweights.grading.score.GroupGrades;
import org.jspecify.annotations.Nullable;

/**
 * Writes the grades of an exercise in a form for another program.
 *
 * @param gradebook as the platform exported it, for the forms that fill one
 * @param column of the gradebook; null for the platform's own, if it has one
 * @param withOpen whether to include points that are not final
 */
public record Export(
        ExportForm form, @Nullable Path gradebook, @Nullable String column, boolean withOpen) {

    /**
     * What was written, and what was not.
     *
     * @param file or folder
     * @param findings for the person who exports, one line each
     * @param leftOut grades that are not in it, because their points are not final
     */
    public record Outcome(Path file, List<String> findings, List<Grade> leftOut) {}

    /**
     * Writes into the folder for other programs.
     *
     * @param roster the members of groups
     * @param exercises where the exercise is
     * @throws UserException if the form needs a gradebook or a column and has none
     */
    public Outcome write(GradingFolder folder, Roster roster, Exercises exercises)
            throws IOException {
        Grades grades = Grades.of(folder);
        boolean all = withOpen || !form.hasPoints() || grades.open().isEmpty();
        List<Grade> chosen = all ? grades.all() : grades.settled();
        List<Grade> shared = form.hasStudents() ? GroupGrades.shared(chosen, roster) : chosen;
        Written written = write(folder, shared, exercises);
        List<String> findings = new ArrayList<>();
        if (!written.missing().isEmpty()) {
            findings.add(
                    (form == ExportForm.JPLAG ? "unreadable: " : "not in the gradebook: ")
                            + String.join(", ", written.missing()));
        }
        findings.addAll(grades.findings());
        if (!all) {
            findings.add(
                    "%d of %d left out, because their points are not final (--with-open includes them):"
                            .formatted(grades.open().size(), grades.all().size()));
        }
        return new Outcome(written.file(), findings, all ? List.of() : grades.open());
    }

    private Written write(GradingFolder folder, List<Grade> grades, Exercises exercises)
            throws IOException {
        ExportFolder export = new ExportFolder(folder.export());
        return switch (form) {
            case CSV -> export.gradebook(grades);
            case TESTS -> export.tests(grades);
            case JSON -> export.json(grades);
            case CANVAS -> export.canvas(requireGradebook(), column(null), grades);
            case MOODLE -> export.moodle(requireGradebook(), column("Grade"), grades);
            case GRADESCOPE -> export.gradescope(grades);
            case JUNIT -> export.junit(grades);
            case JPLAG -> export.jplag(exercises.read(folder.exercise()), grades);
        };
    }

    private Path requireGradebook() {
        if (gradebook == null) {
            throw new UserException(
                    "export the gradebook from the platform and name it: --gradebook FILE.");
        }
        return gradebook;
    }

    private String column(@Nullable String usual) {
        String title = column == null ? usual : column;
        if (title == null) {
            throw new UserException("name the assignment's column: --column TITLE.");
        }
        return title;
    }
}
