package openweights.course.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import openweights.base.Home;
import openweights.course.notebook.Notebook;
import openweights.course.notebook.NotebookException;
import openweights.course.notebook.NotebookFile;

/**
 * The course's lessons and their committed notebooks.
 *
 * <pre>{@code
 * Lessons lessons = new Lessons(Home.locate());
 * for (Course.Entry entry : lessons.select(List.of("03"))) {
 *     CompiledLesson lesson = lessons.compile(entry);
 *     …
 * }
 * }</pre>
 */
public final class Lessons {

    private final Home project;
    private final LessonCompiler compiler;

    public Lessons(Home project) {
        this.project = project;
        this.compiler = new LessonCompiler(project.lessons(), project.sources());
    }

    /**
     * The lessons with the given numbers or names; all of them if there are none.
     *
     * @see Course#select
     */
    public List<Course.Entry> select(List<String> names) throws IOException {
        return Course.read(project.lessons()).select(names);
    }

    /**
     * A lesson's notebook without outputs.
     *
     * @throws LessonException with every problem in the lesson
     */
    public CompiledLesson compile(Course.Entry entry) throws IOException {
        return compiler.compile(entry);
    }

    /** The committed notebook of a lesson, if there is one. */
    public Optional<Notebook> committed(Course.Entry entry) throws IOException {
        Path file = file(entry);
        return Files.exists(file) ? Optional.of(NotebookFile.read(file)) : Optional.empty();
    }

    /**
     * Replaces the committed notebook with that of a run.
     *
     * @param measureAnew whether cells marked as measured get the run's outputs even if no code up
     *     to them has changed; see {@link Measured}
     * @throws IllegalStateException if the run did not pass
     */
    public void commit(LessonRun run, boolean measureAnew) throws IOException {
        if (!run.passed()) {
            throw new IllegalStateException(run.entry().slug() + " did not pass its run.");
        }
        Optional<Notebook> before = measureAnew ? Optional.empty() : readable(run.entry());
        Notebook notebook =
                before.map(old -> Measured.keep(old, run.notebook())).orElse(run.notebook());
        NotebookFile.write(notebook, file(run.entry()));
    }

    /** The committed notebook. A broken one is ignored, because it is about to be replaced. */
    private Optional<Notebook> readable(Course.Entry entry) throws IOException {
        try {
            return committed(entry);
        } catch (NotebookException e) {
            return Optional.empty();
        }
    }

    private Path file(Course.Entry entry) {
        return project.notebooks().resolve(entry.slug() + ".ipynb");
    }
}
