package openweights.cli.course;

import java.io.IOException;
import java.util.List;
import openweights.cli.command.CourseCommand;
import openweights.course.lesson.LessonBatch;
import openweights.course.lesson.LessonConsole;
import openweights.course.lesson.LessonRunTable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        description =
                "Run lessons in the real kernel and report how long they take; write nothing.")
public final class RunCommand extends CourseCommand {

    @Parameters(
            paramLabel = "LESSON",
            description = "Number or name, such as 03. Default: all lessons.")
    private List<String> names = List.of();

    @ArgGroup private Form form = new Form();

    private static final class Form {

        @Option(names = "--markdown", description = "Print the table as Markdown.")
        private boolean markdown;

        @Option(names = "--json", description = "Print the table as JSON.")
        private boolean json;
    }

    @Override
    protected void run() throws IOException {
        LessonBatch batch = LessonConsole.batch();
        LessonRunTable table = new LessonRunTable(batch.run(names));
        print(form.json ? table.json() : form.markdown ? table.markdown() : table.text());
        expect(!batch.hasProblems());
    }
}
