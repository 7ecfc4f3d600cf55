package openweights.course.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import openweights.base.Home;
import openweights.course.lesson.CompiledLesson;
import openweights.course.lesson.Course;
import openweights.course.lesson.LessonException;
import openweights.course.lesson.Lessons;
import openweights.course.lesson.NotebookCheck;
import openweights.course.notebook.Notebook;
import openweights.course.notebook.NotebookException;
import openweights.course.notebook.NotebookFile;

/**
 * All chapters in reading order: each lesson, followed by its exercises.
 *
 * @param entries the lessons' entries in {@code course.yaml}, by slug
 */
record ReadingOrder(List<Chapter> chapters, Map<String, Course.Entry> entries) {

    ReadingOrder {
        chapters = List.copyOf(chapters);
    }

    /** Reads all notebooks. Those that cannot be shown are reported in the list of problems. */
    static ReadingOrder read(Home project, List<String> problems) throws IOException {
        Lessons lessons = new Lessons(project);
        List<Chapter> chapters = new ArrayList<>();
        Map<String, Course.Entry> entries = new HashMap<>();
        for (Course.Entry entry : lessons.select(List.of())) {
            lesson(lessons, entry, problems)
                    .ifPresent(
                            notebook -> {
                                entries.put(entry.slug(), entry);
                                chapters.add(Chapter.lesson(entry.slug(), notebook));
                            });
            chapters.addAll(exercises(project, entry, problems));
        }
        return new ReadingOrder(chapters, entries);
    }

    /** A lesson's notebook, if it is up to date with its lesson and all of its cells have run. */
    private static Optional<Notebook> lesson(
            Lessons lessons, Course.Entry entry, List<String> problems) throws IOException {
        try {
            CompiledLesson compiled = lessons.compile(entry);
            Optional<Notebook> committed = lessons.committed(entry);
            List<String> stale = NotebookCheck.sources(entry, committed, compiled.notebook());
            if (stale.isEmpty() && hasRun(committed.orElseThrow())) {
                return committed;
            }
            problems.addAll(stale.isEmpty() ? neverRun(entry) : stale);
        } catch (LessonException | NotebookException e) {
            problems.add(e.getMessage());
        }
        return Optional.empty();
    }

    private static boolean hasRun(Notebook notebook) {
        return notebook.code().stream().allMatch(cell -> cell.executionCount() != null);
    }

    private static List<String> neverRun(Course.Entry entry) {
        return List.of(
                "notebooks/"
                        + entry.slug()
                        + ".ipynb has cells that were never run, so they have no outputs.",
                "Fix it with: ./course build " + entry.number());
    }

    private static List<Chapter> exercises(Home project, Course.Entry lesson, List<String> problems)
            throws IOException {
        List<Chapter> exercises = new ArrayList<>();
        try (Stream<Path> files = Files.list(project.notebooks())) {
            String pattern = "exercise-" + lesson.number() + "-[a-z0-9-]+\\.ipynb";
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.matches(pattern)) {
                    exercises.add(
                            Chapter.exercise(name.replace(".ipynb", ""), NotebookFile.read(file)));
                }
            }
        } catch (NotebookException e) {
            problems.add("notebooks/" + e.getMessage());
        }
        return exercises;
    }

    /** The exercises of a lesson. */
    List<Chapter> exercisesOf(Chapter lesson) {
        return chapters.stream()
                .filter(each -> each.isExercise() && each.number().equals(lesson.number()))
                .toList();
    }

    List<Chapter> lessons() {
        return chapters.stream().filter(each -> !each.isExercise()).toList();
    }

    /** The lesson before a lesson; for an exercise, the lesson it belongs to. */
    Optional<Chapter> before(Chapter chapter) {
        return chapter.isExercise() ? lessonOf(chapter) : neighbor(chapter, -1);
    }

    /** The lesson after a lesson; for an exercise, the next chapter of any kind. */
    Optional<Chapter> after(Chapter chapter) {
        if (!chapter.isExercise()) {
            return neighbor(chapter, 1);
        }
        int next = chapters.indexOf(chapter) + 1;
        return next < chapters.size() ? Optional.of(chapters.get(next)) : Optional.empty();
    }

    private Optional<Chapter> lessonOf(Chapter exercise) {
        return lessons().stream()
                .filter(each -> each.number().equals(exercise.number()))
                .findFirst();
    }

    private Optional<Chapter> neighbor(Chapter lesson, int step) {
        int at = lessons().indexOf(lesson) + step;
        return at >= 0 && at < lessons().size() ? Optional.of(lessons().get(at)) : Optional.empty();
    }
}
