package openweights.course.lesson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import openweights.course.markdown.MarkdownTree;
import openweights.course.markdown.Problems;

/** Reads the list of lessons and says all that is wrong with it. */
final class CourseReader {

    private static final String FORM = "{slug: NN-name, title: \"…\", minutes: 30, needs: []}";

    private final String text;
    private final Problems problems = new Problems("lessons/course.yaml");
    private final Set<Integer> numbersBefore = new LinkedHashSet<>();

    private CourseReader(String text) {
        this.text = text;
    }

    static Course read(String text) {
        CourseReader reader = new CourseReader(text);
        List<Course.Entry> entries = reader.entries();
        entries.forEach(reader::check);
        reader.problems.raise(LessonException::new);
        return new Course(entries);
    }

    private List<Course.Entry> entries() {
        try {
            return new YAMLMapper().readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            String reason = e.getOriginalMessage().replaceAll("\\s*(\\(class |\\n)(?s:.*)", "");
            problems.add(line, "not a list of lessons (" + reason + "). A lesson is " + FORM + ".");
            return List.of();
        }
    }

    private void check(Course.Entry entry) {
        if (entry.slug() == null || !entry.slug().matches("\\d\\d-[a-z0-9-]+")) {
            report(
                    entry,
                    "the slug \"%s\" is not of the form NN-name (two digits, then a-z, 0-9, -)."
                            .formatted(entry.slug()));
            return;
        }
        if (entry.title() == null || entry.needs() == null) {
            report(entry, "the lesson has no title or no needs. A lesson is " + FORM + ".");
            return;
        }
        entry.needs().stream()
                .filter(number -> !numbersBefore.contains(number))
                .forEach(
                        number ->
                                report(
                                        entry,
                                        "lesson %s needs lesson %d, which does not stand before it in the list."
                                                .formatted(entry.number(), number)));
        if (!numbersBefore.add(Integer.parseInt(entry.number()))) {
            report(entry, "the number " + entry.number() + " stands in the list twice.");
        }
    }

    private void report(Course.Entry entry, String message) {
        int at = text.lastIndexOf(String.valueOf(entry.slug()));
        problems.add(MarkdownTree.newlines(text, Math.max(0, at)) + 1, message);
    }
}
