package openweights.course.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openweights.base.Home;
import org.junit.jupiter.api.Test;

/** The guide for instructors covers every lesson and every exercise, and no others. */
class InstructorsGuideTest {

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
        Pattern.compile("\\b\\d\\d-[a-z]+(?:-[a-z]+)+\\b")
                .matcher(guide())
                .results()
                .map(MatchResult::group)
                .filter(name -> !lessons.contains(name))
                .map(name -> project.exercises().resolve(name))
                .forEach(folder -> assertTrue(Files.isDirectory(folder), folder.toString()));
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
