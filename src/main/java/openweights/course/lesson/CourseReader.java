package openweights.course.lesson;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import openweights.course.markdown.MarkdownTree;
import openweights.course.markdown.Problems;

/** Reads {@code course.yaml} and reports everything that is wrong with it. */
final class CourseReader {

    private static final YamlList LIST =
            new YamlList(
                    "course.yaml",
                    "lesson",
                    "{slug: NN-name, title: \"…\", minutes: 30, needs: []}");

    private final String text;
    private final Problems problems = new Problems("lessons/course.yaml");
    private final Set<Integer> numbersBefore = new LinkedHashSet<>();

    private CourseReader(String text) {
        this.text = text;
    }

    static Course read(String text) {
        CourseReader reader = new CourseReader(text);
        List<Course.Entry> entries = LIST.read(text, Course.Entry[].class, reader.problems);
        entries.forEach(reader::check);
        reader.problems.raise(LessonException::new);
        return new Course(entries);
    }

    private void check(Course.Entry entry) {
        if (entry.slug() == null || !entry.slug().matches("\\d\\d-[a-z0-9-]+")) {
            report(
                    entry,
                    "the slug \"%s\" does not have the form NN-name (two digits, then a-z, 0-9, -)."
                            .formatted(entry.slug()));
            return;
        }
        if (entry.title() == null || entry.needs() == null) {
            report(entry, "the lesson lacks its title or its needs. " + LIST.advice());
            return;
        }
        entry.needs().stream()
                .filter(number -> !numbersBefore.contains(number))
                .forEach(
                        number ->
                                report(
                                        entry,
                                        "lesson %s needs lesson %s, which is not listed before it."
                                                .formatted(entry.number(), number)));
        if (!numbersBefore.add(Integer.parseInt(entry.number()))) {
            report(entry, "two lessons have the number " + entry.number() + ".");
        }
    }

    private void report(Course.Entry entry, String message) {
        int at = text.lastIndexOf(String.valueOf(entry.slug()));
        problems.add(MarkdownTree.newlines(text, Math.max(0, at)) + 1, message);
    }
}
