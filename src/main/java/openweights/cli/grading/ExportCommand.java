package openweights.cli.grading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import openweights.base.UserException;
import openweights.grading.export.ExportFolder;
import openweights.grading.export.ExportFolder.Written;
import openweights.grading.report.ReviewNotice;
import openweights.grading.result.GradingFolder;
import openweights.grading.roster.Roster;
import openweights.grading.score.Grade;
import openweights.grading.score.Grades;
import openweights.grading.score.GroupGrades;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description = {
            "Write grades in a format for other programs, into grading/EXERCISE/export.",
            "All formats but tests and jplag hold the points that count: with those given by hand (./course review) and after the deductions of late.yaml. tests holds the result of each test.",
            "canvas and moodle fill one column of the gradebook that you exported there (--gradebook, --column).",
            "Students whose points are not final are left out and named. The exit code is 1 then, or if anybody else is missing."
        },
        mixinStandardHelpOptions = true)
public final class ExportCommand implements Callable<Integer> {

    /** What to write. */
    enum Form {
        CSV,
        TESTS,
        JSON,
        CANVAS,
        MOODLE,
        GRADESCOPE,
        JUNIT,
        JPLAG
    }

    @Parameters(index = "0", paramLabel = "EXERCISE", description = "Such as 01-two-layers.")
    private String name;

    @Parameters(index = "1", paramLabel = "FORM", description = "${COMPLETION-CANDIDATES}.")
    private Form form;

    @Option(names = "--gradebook", paramLabel = "FILE", description = "The platform's own export.")
    private @Nullable Path gradebook;

    @Option(
            names = "--column",
            paramLabel = "TITLE",
            description = "The column to fill. Default for Moodle: Grade.")
    private @Nullable String column;

    @Option(names = "--with-open", description = "Include points that are not final.")
    private boolean withOpen;

    @Spec private CommandSpec spec;

    @Mixin private Findings findings = new Findings();

    @Mixin private GradingContext context = new GradingContext();

    @Override
    public Integer call() throws IOException {
        GradingFolder folder = context.folder(name);
        Grades grades = Grades.of(folder);
        boolean all = withOpen || form == Form.JPLAG || grades.open().isEmpty();
        List<Grade> chosen = all ? grades.all() : grades.settled();
        Written written = write(new ExportFolder(folder.export()), shared(chosen));
        spec.commandLine().getOut().println(written.file());
        if (!written.missing().isEmpty()) {
            findings.add(
                    (form == Form.JPLAG ? "unreadable: " : "not in the gradebook: ")
                            + String.join(", ", written.missing()));
        }
        grades.findings().forEach(findings::add);
        if (!all) {
            findings.add(
                    "%d of %d left out, because their points are not final (--with-open includes them):"
                            .formatted(grades.open().size(), grades.all().size()));
            ReviewNotice.print(grades.open(), name, spec.commandLine().getErr());
        }
        return findings.any() ? 1 : 0;
    }

    /** A gradebook has students; tests, and what is compared, belong to submissions. */
    private List<Grade> shared(List<Grade> grades) throws IOException {
        return switch (form) {
            case CSV, JSON, CANVAS, MOODLE, JUNIT ->
                    GroupGrades.shared(grades, Roster.read(Roster.file(context.all())));
            case TESTS, GRADESCOPE, JPLAG -> grades;
        };
    }

    private Written write(ExportFolder export, List<Grade> grades) throws IOException {
        return switch (form) {
            case CSV -> export.gradebook(grades);
            case TESTS -> export.tests(grades);
            case JSON -> export.json(grades);
            case CANVAS -> export.canvas(gradebook(), column(null), grades);
            case MOODLE -> export.moodle(gradebook(), column("Grade"), grades);
            case GRADESCOPE -> export.gradescope(grades);
            case JUNIT -> export.junit(grades);
            case JPLAG -> export.jplag(context.exercise(name), grades);
        };
    }

    private Path gradebook() {
        if (gradebook == null) {
            throw new UserException(
                    "export the gradebook from the platform and name it: --gradebook FILE.");
        }
        return gradebook;
    }

    private String column(@Nullable String defaultTitle) {
        String title = column == null ? defaultTitle : column;
        if (title == null) {
            throw new UserException("name the assignment's column: --column TITLE.");
        }
        return title;
    }
}
