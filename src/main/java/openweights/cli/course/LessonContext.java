package openweights.cli.course;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import openweights.base.Home;
import openweights.cli.Terminal;
import openweights.cli.terminal.TerminalSteps;
import openweights.course.lesson.CompiledLesson;
import openweights.course.lesson.Course;
import openweights.course.lesson.LessonException;
import openweights.course.lesson.LessonRun;
import openweights.course.lesson.LessonRunner;
import openweights.course.lesson.Lessons;
import openweights.runtime.setup.SetUp;

/** Compiles and runs lessons, and says on the terminal how it goes and what is wrong. */
final class LessonContext {

    private final Home project = Home.locate();
    private final Lessons lessons = new Lessons(project);
    private final PrintStream out = System.err;
    private final boolean terminal = Terminal.isThere();
    private boolean found;

    Lessons lessons() {
        return lessons;
    }

    /** Whether something is to be mended. */
    boolean foundSomething() {
        return found;
    }

    /** Says what is wrong. */
    void finding(List<String> lines) {
        found |= !lines.isEmpty();
        lines.forEach(out::println);
    }

    /** Those of the lessons that have no problem. */
    List<CompiledLesson> compile(List<String> names) throws IOException {
        List<CompiledLesson> compiled = new ArrayList<>();
        for (Course.Entry entry : lessons.select(names)) {
            try {
                compiled.add(lessons.compile(entry));
            } catch (LessonException e) {
                finding(String.valueOf(e.getMessage()).lines().toList());
            }
        }
        return compiled;
    }

    /** Makes sure that there is a kernel to run lessons in. */
    void prepare() {
        new SetUp(project, TerminalSteps.onStandardError()).run();
    }

    LessonRun run(CompiledLesson lesson) throws IOException {
        LessonRun run = new LessonRunner(project).run(lesson, this::progress);
        if (terminal) {
            out.print("\r\u001b[K");
        }
        run.problems().forEach(problem -> finding(problem.toString().lines().toList()));
        return run;
    }

    private void progress(CompiledLesson lesson, int number, int count) {
        String slug = lesson.entry().slug();
        if (terminal) {
            out.printf("\r\u001b[K%s: cell %d of %d", slug, number, count);
            out.flush();
        } else if (number == 1) {
            out.printf("%s: %d cells%n", slug, count);
        }
    }
}
