package openweights.cli.course;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import openweights.course.lesson.CompiledLesson;
import openweights.course.lesson.LessonRun;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        description = "Run lessons in the real kernel and tell how long they take; write nothing.",
        mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "LESSON",
            description = "Number or name, such as 03. Without it: all lessons.")
    private List<String> names = List.of();

    @ArgGroup private Form form = new Form();

    private static final class Form {

        @Option(names = "--markdown", description = "Print the table as Markdown.")
        private boolean markdown;

        @Option(names = "--json", description = "Print the table as JSON.")
        private boolean json;
    }

    @Override
    public Integer call() throws IOException {
        LessonContext desk = new LessonContext();
        List<CompiledLesson> compiled = desk.compile(names);
        desk.prepare();
        List<LessonRun> runs = new ArrayList<>();
        for (CompiledLesson lesson : compiled) {
            runs.add(desk.run(lesson));
        }
        RunTable table = new RunTable(runs);
        System.out.print(
                form.json ? table.json() : form.markdown ? table.markdown() : table.text());
        return desk.foundSomething() ? 1 : 0;
    }
}
