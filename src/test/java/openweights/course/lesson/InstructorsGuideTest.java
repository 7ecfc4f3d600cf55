package openweights.course.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openweights.base.Home;
import org.junit.jupiter.api.Test;

/** The guide for instructors covers every lesson and every exercise, and no others. */
class InstructorsGuideTest {

    private static final Pattern SHORT_OF_TIME =
            Pattern.compile("(?s)\\*\\*Short of time\\.\\*\\*(.*?)\\*\\*Exercises");
    private static final Pattern PART = Pattern.compile("\\b(\\d\\d)\\b[^|;]*");
    private static final Pattern ITALIC = Pattern.compile("\\*([^*]+)\\*");

    private final Home project = Home.locate();

    @Test
    void hasNotesOnEveryLesson() throws IOException {
        String guide = guide();
        for (Course.Entry entry : new Lessons(project).select(List.of())) {
            String heading = "### %s · %s\n".formatted(entry.number(), entry.title());
            assertTrue(guide.contains(heading), heading);
        }
    }

    @Test
    void namesEveryExerciseWithItsLessonAndItsMinutes() throws IOException {
        String notes = guide().substring(guide().indexOf("## Notes on the lessons"));
        try (Stream<Path> folders = Files.list(project.exercises())) {
            for (Path folder : folders.sorted().toList()) {
                String name = folder.getFileName().toString();
                String minutes = minutes(folder);
                assertTrue(
                        Pattern.compile(name + "\\s\\(" + minutes + "\\b").matcher(notes).find(),
                        name + " (" + minutes);
                int place = notes.indexOf(name);
                int heading = notes.lastIndexOf("### ", place);
                assertEquals(name.substring(0, 2), notes.substring(heading + 4, heading + 6), name);
            }
        }
    }

    @Test
    void namesNoMissingExercise() throws IOException {
        List<String> lessons =
                Course.read(project.lessons()).entries().stream().map(Course.Entry::slug).toList();
        String guide = guide().replaceAll("https://\\S+", "");
        Pattern.compile("\\b\\d\\d-[a-z]+(?:-[a-z]+)+\\b")
                .matcher(guide)
                .results()
                .map(MatchResult::group)
                .filter(name -> !lessons.contains(name))
                .map(name -> project.exercises().resolve(name))
                .forEach(folder -> assertTrue(Files.isDirectory(folder), folder.toString()));
    }

    /** What to leave out when time is short are sections of the lesson. */
    @Test
    void namesSectionsThatLessonsHave() throws IOException {
        for (Course.Entry entry : Course.read(project.lessons()).entries()) {
            List<String> sections = sections(entry);
            Matcher shortOfTime = SHORT_OF_TIME.matcher(notes(entry));
            assertTrue(shortOfTime.find(), entry.slug());
            ITALIC.matcher(shortOfTime.group(1))
                    .results()
                    .map(name -> name.group(1).replaceAll("\\s+", " "))
                    .forEach(
                            name ->
                                    assertTrue(
                                            sections.contains(name), entry.slug() + ": " + name));
        }
    }

    /** Each cell names lessons and then their sections: {@code 02 up to *How large a step?*}. */
    @Test
    void thePlanOfTwoDaysNamesSectionsThatLessonsHave() throws IOException {
        String plan = guide().split("\n## A plan for two days\n", 2)[1].split("\n## ", 2)[0];
        List<Course.Entry> lessons = Course.read(project.lessons()).entries();
        List<String> missing = new ArrayList<>();
        for (String row : plan.lines().filter(line -> line.startsWith("|")).toList()) {
            for (MatchResult part : PART.matcher(row).results().toList()) {
                Course.Entry lesson = lessons.get(Integer.parseInt(part.group(1)));
                ITALIC.matcher(part.group())
                        .results()
                        .map(name -> name.group(1))
                        .filter(name -> !sections(lesson).contains(name))
                        .forEach(name -> missing.add(lesson.slug() + ": " + name));
            }
        }
        assertEquals(List.of(), missing);
    }

    private List<String> sections(Course.Entry lesson) {
        try {
            return Files.readAllLines(project.lessons().resolve(lesson.slug() + ".md")).stream()
                    .filter(line -> line.startsWith("## "))
                    .map(line -> line.substring(3))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void givesTheMinutesOfTheLesson() throws IOException {
        for (Course.Entry entry : Course.read(project.lessons()).entries()) {
            Matcher alone = Pattern.compile("Alone (\\d+)").matcher(notes(entry));
            assertTrue(alone.find(), entry.slug());
            assertEquals("" + entry.minutes(), alone.group(1), entry.slug());
        }
    }

    private String notes(Course.Entry entry) throws IOException {
        String guide = guide();
        int begin = guide.indexOf("### %s · ".formatted(entry.number()));
        int end = guide.indexOf("\n### ", begin);
        return guide.substring(begin, end < 0 ? guide.length() : end);
    }

    private String guide() throws IOException {
        return Files.readString(project.lessons().resolve("INSTRUCTORS.md"));
    }

    private static String minutes(Path exercise) throws IOException {
        return Files.readAllLines(exercise.resolve("exercise.md")).stream()
                .filter(line -> line.startsWith("minutes: "))
                .findFirst()
                .orElseThrow()
                .substring("minutes: ".length());
    }
}
