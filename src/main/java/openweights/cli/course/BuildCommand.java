package openweights.cli.course;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import openweights.course.lesson.CompiledLesson;
import openweights.course.lesson.LessonRun;
import openweights.course.lesson.NotebookCheck;
import openweights.course.notebook.Notebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "build",
        description =
                "Make notebooks from lessons and run them. A notebook is written only if all of its cells passed.",
        mixinStandardHelpOptions = true)
public final class BuildCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "LESSON",
            description = "Number or name, such as 03. Without it: all lessons.")
    private List<String> names = List.of();

    @Option(
            names = "--check",
            description = "Write nothing; compare with the notebooks that are committed.")
    private boolean check;

    @Option(names = "--sources", description = "With --check: run nothing, compare sources only.")
    private boolean sources;

    @Option(
            names = "--measure",
            description =
                    "Take new values for cells marked as measured. Without it they are kept while the code before them is the same.")
    private boolean measure;

    @Override
    public Integer call() throws IOException {
        if (sources && !check) {
            throw new IllegalArgumentException("--sources goes with --check.");
        }
        LessonContext desk = new LessonContext();
        List<CompiledLesson> compiled = desk.compile(names);
        if (!sources && !compiled.isEmpty()) {
            desk.prepare();
        }
        for (CompiledLesson lesson : compiled) {
            if (check) {
                check(desk, lesson);
            } else {
                build(desk, lesson);
            }
        }
        return desk.foundSomething() ? 1 : 0;
    }

    private void build(LessonContext desk, CompiledLesson lesson) throws IOException {
        LessonRun run = desk.run(lesson);
        if (run.passed()) {
            desk.lessons().commit(run, measure);
            System.out.printf(
                    "notebooks/%s.ipynb: %d cells, %d checks, %.1f s%n",
                    run.entry().slug(), run.cells(), run.checks(), run.seconds());
        }
    }

    private void check(LessonContext desk, CompiledLesson lesson) throws IOException {
        Optional<Notebook> committed = desk.lessons().committed(lesson.entry());
        List<String> different =
                NotebookCheck.sources(lesson.entry(), committed, lesson.notebook());
        desk.finding(different);
        if (different.isEmpty() && !sources) {
            LessonRun run = desk.run(lesson);
            if (run.passed()) {
                different =
                        NotebookCheck.outputs(
                                lesson.entry(), committed.orElseThrow(), run.notebook());
                desk.finding(different);
            }
        }
    }
}
