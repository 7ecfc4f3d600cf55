package openweights.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import openweights.course.jupyter.Project;
import openweights.course.lesson.CompiledLesson;
import openweights.course.lesson.Course;
import openweights.course.lesson.LessonException;
import openweights.course.lesson.Lessons;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "build",
        description = "Make the notebooks of lessons.",
        mixinStandardHelpOptions = true)
final class BuildCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "LESSON",
            description = "Number or name, such as 03. Without it: all lessons.")
    private List<String> names = List.of();

    @Override
    public Integer call() throws IOException {
        Lessons lessons = new Lessons(Project.locate());
        int exit = 0;
        for (Course.Entry entry : lessons.select(names)) {
            try {
                CompiledLesson lesson = lessons.compile(entry);
                lessons.commit(entry, lesson.notebook());
            } catch (LessonException e) {
                System.err.println(e.getMessage());
                exit = 1;
            }
        }
        return exit;
    }
}
