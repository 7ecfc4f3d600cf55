package openweights.course.lesson;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openweights.base.Home;
import openweights.course.markdown.Problem;
import openweights.course.notebook.Notebook;
import openweights.runtime.setup.SetUp;
import openweights.runtime.setup.Steps;

/**
 * Runs, builds or checks several lessons. A problem with one lesson does not keep the others from
 * being processed.
 *
 * <pre>{@code
 * LessonBatch batch = new LessonBatch(Home.locate(), Steps.SILENT, listener);
 * batch.build(List.of("03"), false);
 * batch.hasProblems();
 * }</pre>
 */
public final class LessonBatch {

    private final Home project;
    private final Steps steps;
    private final Listener listener;
    private final Lessons lessons;
    private boolean problems;

    /**
     * @param steps shows the set-up of the kernel
     */
    public LessonBatch(Home project, Steps steps, Listener listener) {
        this.project = project;
        this.steps = steps;
        this.listener = listener;
        this.lessons = new Lessons(project);
    }

    /** Is told how the work goes. */
    public interface Listener extends LessonRunner.Progress {

        /** A lesson has been run; its problems are reported next. */
        void ran(LessonRun run);

        /** A lesson's notebook has been written. */
        void built(LessonRun run);

        /** Something must be fixed. */
        void problem(String lines);
    }

    /** Whether any lesson had a problem so far. */
    public boolean hasProblems() {
        return problems;
    }

    /**
     * Runs lessons in the real kernel.
     *
     * @param names as in {@link Course#select}
     */
    public List<LessonRun> run(List<String> names) throws IOException {
        List<LessonRun> runs = new ArrayList<>();
        for (CompiledLesson lesson : prepared(names)) {
            runs.add(run(lesson));
        }
        return runs;
    }

    /**
     * Runs lessons and writes the notebooks of those that pass.
     *
     * @param names as in {@link Course#select}
     * @param measureAnew as in {@link Lessons#commit}
     */
    public void build(List<String> names, boolean measureAnew) throws IOException {
        for (CompiledLesson lesson : prepared(names)) {
            LessonRun run = run(lesson);
            if (run.passed()) {
                lessons.commit(run, measureAnew);
                listener.built(run);
            }
        }
        glossary(
                () -> {
                    GlossaryFile.write(project);
                    return List.of();
                });
    }

    /** Compares the sources of lessons with their committed notebooks; runs nothing. */
    public void checkSources(List<String> names) throws IOException {
        for (CompiledLesson lesson : compile(names)) {
            isCurrent(lesson);
        }
        glossary(() -> GlossaryFile.check(project));
    }

    /**
     * Compares the sources of lessons, and their outputs when run, with the committed notebooks.
     *
     * @return the runs of the lessons whose sources have not changed
     */
    public List<LessonRun> check(List<String> names) throws IOException {
        List<LessonRun> runs = new ArrayList<>();
        for (CompiledLesson lesson : prepared(names)) {
            if (isCurrent(lesson)) {
                LessonRun run = run(lesson);
                runs.add(run);
                if (run.passed()) {
                    Notebook committed = lessons.committed(lesson.entry()).orElseThrow();
                    report(NotebookCheck.outputs(lesson.entry(), committed, run.notebook()));
                }
            }
        }
        glossary(() -> GlossaryFile.check(project));
        return runs;
    }

    /** Writes or compares what the lessons make together. */
    private void glossary(Task task) throws IOException {
        try {
            report(task.run());
        } catch (LessonException e) {
            report(List.of(e.getMessage()));
        }
    }

    /** Returns lines to show; empty if nothing is wrong. */
    private interface Task {
        List<String> run() throws IOException;
    }

    private boolean isCurrent(CompiledLesson lesson) throws IOException {
        Optional<Notebook> committed = lessons.committed(lesson.entry());
        List<String> difference =
                NotebookCheck.sources(lesson.entry(), committed, lesson.notebook());
        report(difference);
        return difference.isEmpty();
    }

    /** The compiled lessons, and a kernel to run them in. */
    private List<CompiledLesson> prepared(List<String> names) throws IOException {
        List<CompiledLesson> compiled = compile(names);
        if (!compiled.isEmpty()) {
            new SetUp(project, steps).run();
        }
        return compiled;
    }

    private List<CompiledLesson> compile(List<String> names) throws IOException {
        List<CompiledLesson> compiled = new ArrayList<>();
        for (Course.Entry entry : lessons.select(names)) {
            try {
                compiled.add(lessons.compile(entry));
            } catch (LessonException e) {
                report(List.of(e.getMessage()));
            }
        }
        return compiled;
    }

    private LessonRun run(CompiledLesson lesson) throws IOException {
        LessonRun run = new LessonRunner(project).run(lesson, listener);
        listener.ran(run);
        report(run.problems().stream().map(Problem::toString).toList());
        return run;
    }

    private void report(List<String> found) {
        problems |= !found.isEmpty();
        found.forEach(listener::problem);
    }
}
