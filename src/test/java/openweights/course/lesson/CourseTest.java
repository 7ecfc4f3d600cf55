package openweights.course.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import openweights.base.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseTest {

    private static final String LIST =
            """
            - {slug: 00-ready, title: "Ready?", minutes: 10, needs: []}
            - {slug: 01-what-is-a-weight, title: "What is a weight?", minutes: 35, needs: [0]}
            """;

    @TempDir private Path lessons;

    @Test
    void findsLessonsByNumberSlugAndName() throws IOException {
        Course course = read(LIST);
        assertEquals(List.of("01-what-is-a-weight"), slugs(course, "1"));
        assertEquals(List.of("01-what-is-a-weight"), slugs(course, "01"));
        assertEquals(List.of("01-what-is-a-weight"), slugs(course, "01-what-is-a-weight"));
        assertEquals(List.of("01-what-is-a-weight"), slugs(course, "what-is-a-weight"));
        assertEquals(List.of("00-ready", "01-what-is-a-weight"), slugs(course, "1", "0", "01"));
        assertEquals(List.of("00-ready", "01-what-is-a-weight"), slugs(course));
    }

    @Test
    void listsTheLessonsWhenOneIsUnknown() throws IOException {
        Course course = read(LIST);
        assertEquals(
                "There is no lesson \"7\". Lessons: 00-ready, 01-what-is-a-weight.",
                assertThrows(UserException.class, () -> course.select(List.of("7"))).getMessage());
    }

    @Test
    void reportsBadListAtItsLine() {
        assertEquals(
                "lessons/course.yaml:3: the slug \"Two\" does not have the form NN-name (two digits, then a-z, 0-9, -).",
                refusal(LIST + "- {slug: Two, title: Two, minutes: 1, needs: []}\n"));
        assertEquals(
                "lessons/course.yaml:3: two lessons have the number 01.",
                refusal(LIST + "- {slug: 01-other, title: Two, minutes: 1, needs: []}\n"));
        assertEquals(
                "lessons/course.yaml:2: lesson 01 needs lesson 5, which is not listed before it.",
                refusal(LIST.replace("[0]", "[0, 5]")));
        assertEquals(
                "lessons/course.yaml:3: not a list of lessons (Unrecognized field \"hours\"). A lesson has the form {slug: NN-name, title: \"…\", minutes: 30, needs: []}.",
                refusal(LIST + "- {slug: 02-b, hours: 1}\n"));
    }

    @Test
    void reportsListedLessonWithoutFile() throws IOException {
        Course.Entry entry = read(LIST).entries().get(0);
        LessonException refusal =
                assertThrows(
                        LessonException.class,
                        () -> new LessonCompiler(lessons, lessons).compile(entry));
        assertEquals(
                "lessons/00-ready.md:1: this file does not exist, but lessons/course.yaml lists it. Write the lesson, or remove it from the list.",
                refusal.getMessage());
    }

    private String refusal(String list) {
        return assertThrows(LessonException.class, () -> read(list)).getMessage();
    }

    private Course read(String list) throws IOException {
        Files.writeString(lessons.resolve("course.yaml"), list);
        return Course.read(lessons);
    }

    private static List<String> slugs(Course course, String... names) {
        return course.select(List.of(names)).stream().map(Course.Entry::slug).toList();
    }
}
