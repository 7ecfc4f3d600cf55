package openweights.course.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import openweights.base.UserException;

/** The lessons in order, as listed in {@code lessons/course.yaml}. */
public record Course(List<Entry> entries) {

    /**
     * One lesson of the course.
     *
     * @param slug the file's name without {@code .md}; begins with the lesson's number
     * @param minutes how long a student needs
     * @param needs numbers of the lessons that must come first
     */
    public record Entry(String slug, String title, int minutes, List<Integer> needs) {

        /** Two digits, such as {@code 03}. */
        public String number() {
            return slug.substring(0, 2);
        }

        /** The file's path in the project, for messages. */
        public String file() {
            return "lessons/" + slug + ".md";
        }

        private boolean isMeantBy(String name) {
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
     * @throws LessonException with every problem in the list
     */
    public static Course read(Path lessons) throws IOException {
        return CourseReader.read(Files.readString(lessons.resolve("course.yaml")));
    }

    /**
     * The lessons with the given numbers or names, in the course's order; all of them if there are
     * none.
     *
     * @param names numbers or slugs, such as {@code 3}, {@code 03}, {@code a-tiny-network-learns}
     * @throws UserException if there is no such lesson; the message lists those that exist
     */
    public List<Entry> select(List<String> names) {
        for (String name : names) {
            if (entries.stream().noneMatch(entry -> entry.isMeantBy(name))) {
                throw new UserException(
                        "There is no lesson \"" + name + "\". Lessons: " + slugs() + ".");
            }
        }
        return entries.stream()
                .filter(entry -> names.isEmpty() || names.stream().anyMatch(entry::isMeantBy))
                .toList();
    }

    private String slugs() {
        return entries.stream().map(Entry::slug).collect(Collectors.joining(", "));
    }
}
