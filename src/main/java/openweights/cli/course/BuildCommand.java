package openweights.cli.course;

import java.io.IOException;
import java.util.List;
import openweights.base.UserException;
import openweights.cli.command.CourseCommand;
import openweights.course.lesson.LessonBatch;
import openweights.course.lesson.LessonConsole;
import openweights.course.lesson.LessonRunTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "build",
        description =
                "Build notebooks from lessons and run them. A notebook is written only if all of its cells passed.")
public final class BuildCommand extends CourseCommand {

    @Parameters(
            paramLabel = "LESSON",
            description = "Number or name, such as 03. Default: all lessons.")
    private List<String> names = List.of();

    @Option(
            names = "--check",
            description = "Write nothing; compare with the committed notebooks instead.")
    private boolean check;

    @Option(names = "--sources", description = "With --check: compare the sources; run nothing.")
    private boolean sources;

    @Option(
            names = "--measure",
            description =
                    "Measure again in cells marked as measured. By default their outputs are kept as long as the code up to them is unchanged.")
    private boolean measure;

    @Override
    protected void run() throws IOException {
        if (sources && !check) {
            throw new UserException("--sources is valid only together with --check.");
        }
        LessonBatch batch = LessonConsole.batch();
        if (sources) {
            batch.checkSources(names);
        } else if (check) {
            print(new LessonRunTable(batch.check(names)).text());
        } else {
            batch.build(names, measure);
        }
        expect(!batch.hasProblems());
    }
}
