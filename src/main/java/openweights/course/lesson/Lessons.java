package openweights.course.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import openweights.course.jupyter.Project;
import openweights.course.notebook.Notebook;
import openweights.course.notebook.NotebookFile;

/**
 * The course's lessons and their notebooks on disk.
 *
 * <pre>{@code
 * Lessons lessons = new Lessons(Project.locate());
 * for (Course.Entry entry : lessons.select(List.of("03"))) {
 *     CompiledLesson lesson = lessons.compile(entry);
 *     …
 * }
 * }</pre>
 */
public final class Lessons {

    private final Project project;
    private final LessonCompiler compiler;

    public Lessons(Project project) {
        this.project = project;
        this.compiler = new LessonCompiler(project.lessons(), project.sources());
    }

    /**
     * The lessons that the names mean, all of them if there are no names.
     *
     * @see Course#select
     */
    public List<Course.Entry> select(List<String> names) throws IOException {
        return Course.read(project.lessons()).select(names);
    }

    /**
     * A lesson's notebook without outputs.
     *
     * @throws LessonException with every problem of the lesson
     */
    public CompiledLesson compile(Course.Entry entry) throws IOException {
        return compiler.compile(entry);
    }

    /** The notebook that is committed for a lesson, if there is one. */
    public Optional<Notebook> committed(Course.Entry entry) throws IOException {
        Path file = file(entry);
        return Files.exists(file) ? Optional.of(NotebookFile.read(file)) : Optional.empty();
    }

    /** Puts a notebook in the place of the committed one. */
    public void commit(Course.Entry entry, Notebook notebook) throws IOException {
        NotebookFile.write(notebook, file(entry));
    }

    private Path file(Course.Entry entry) {
        return project.notebooks().resolve(entry.slug() + ".ipynb");
    }
}
