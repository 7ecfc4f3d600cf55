package openweights.course.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The lessons in order, as {@code lessons/course.yaml} lists them. */
public record Course(List<Entry> entries) {

    /**
     * One lesson of the course.
     *
     * @param slug the file's name without {@code .md}; begins with the number
     * @param minutes that a student needs
     * @param needs numbers of the lessons to have worked through before
     */
    public record Entry(String slug, String title, int minutes, List<Integer> needs) {

        /** Two digits, such as {@code 03}. */
        public String number() {
            return slug.substring(0, 2);
        }

        /** As authors name the file. */
        public String file() {
            return "lessons/" + slug + ".md";
        }

        private boolean answersTo(String name) {
            return name.equals(slug)
                    || name.equals(slug.substring(3))
                    || (name.matches("\\d{1,2}")
                            && Integer.parseInt(name) == Integer.parseInt(number()));
        }
    }

    public Course {
        entries = List.copyOf(entries);
    }

    /**
     * Reads {@code course.yaml}.
     *
     * @throws LessonException with every problem of the list
     */
    public static Course read(Path lessons) throws IOException {
        return CourseReader.read(Files.readString(lessons.resolve("course.yaml")));
    }

    /**
     * The lessons that the names mean, in the course's order; all of them if no name is given.
     *
     * @param names numbers or slugs, such as {@code 3}, {@code 03}, {@code a-tiny-network-learns}
     * @throws IllegalArgumentException if a name means no lesson; lists those there are
     */
    public List<Entry> select(List<String> names) {
        for (String name : names) {
            if (entries.stream().noneMatch(entry -> entry.answersTo(name))) {
                throw new IllegalArgumentException(
                        "\"" + name + "\" is no lesson of the course. Lessons: " + slugs() + ".");
            }
        }
        return entries.stream()
                .filter(entry -> names.isEmpty() || names.stream().anyMatch(entry::answersTo))
                .toList();
    }

    private String slugs() {
        return entries.stream().map(Entry::slug).collect(Collectors.joining(", "));
    }
}
