package openweights.course.lesson;

import java.io.PrintStream;
import java.util.Locale;
import openweights.base.Home;
import openweights.base.Terminal;
import openweights.runtime.setup.TerminalSteps;

/** Shows on the terminal how work on lessons goes. */
public final class LessonConsole implements LessonBatch.Listener {

    private final PrintStream err = System.err;
    private final boolean terminal = Terminal.isThere();

    private LessonConsole() {}

    /** A batch of this project's lessons that reports to the terminal. */
    public static LessonBatch batch() {
        return new LessonBatch(Home.locate(), TerminalSteps.onStandardError(), new LessonConsole());
    }

    @Override
    public void cell(CompiledLesson lesson, int number, int count) {
        String slug = lesson.entry().slug();
        if (terminal) {
            err.printf("\r\u001b[K%s: cell %s of %s", slug, number, count);
            err.flush();
        } else if (number == 1) {
            err.printf("%s: %s cells%n", slug, count);
        }
    }

    @Override
    public void ran(LessonRun run) {
        if (terminal) {
            err.print("\r\u001b[K");
        }
    }

    @Override
    public void built(LessonRun run) {
        System.out.printf(
                Locale.ROOT,
                "notebooks/%s.ipynb: %d cells, %d checks, %.1f s%n",
                run.entry().slug(),
                run.cells(),
                run.checks(),
                run.seconds());
    }

    @Override
    public void problem(String lines) {
        lines.lines().forEach(err::println);
    }
}
