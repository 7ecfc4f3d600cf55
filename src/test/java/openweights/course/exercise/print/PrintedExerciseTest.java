package openweights.course.exercise.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import openweights.course.exercise.print.PrintedExercise.Paper;
import openweights.course.exercise.release.LeakScan;
import openweights.course.exercise.release.Release;
import openweights.course.exercise.source.Exercise;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PrintedExerciseTest {

    @TestFactory
    Stream<DynamicTest> allExercisesHaveTheirQuestionsAndNothingHidden() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("exercises"))) {
            List<Path> all = folders.filter(Files::isDirectory).sorted().toList();
            return all.stream().map(each -> DynamicTest.dynamicTest("" + each, () -> check(each)));
        }
    }

    private static void check(Path folder) throws IOException {
        Exercise exercise = Exercise.read(folder);
        String html = PrintedExercise.html(exercise, false, Paper.A4);
        Document page = Jsoup.parse(html);
        assertEquals(exercise.questions().size(), page.select(".question").size());
        assertEquals(exercise.questions().size(), page.select(".code:has(.ruled)").size());
        assertTrue(page.select("input, button, textarea, script, link, img").isEmpty());
        assertTrue(page.select("[href], [src]").isEmpty());
        String words = page.text();
        assertFalse(words.contains("Check.todo"), "a starter is printed");
        assertFalse(words.contains("Keep this line"), "an anchor is printed");
        assertEquals(List.of(), LeakScan.of(exercise, lines(page)));
        // An example whose code was not found would be empty.
        page.select(".examples table").forEach(each -> assertFalse(each.text().isBlank()));
    }

    private static Release lines(Document page) {
        return new Release(Map.of("page", String.join("\n", page.select("td, p").eachText())));
    }

    @Test
    void ruledSpaceHasTheSizeOfTheSolution() throws IOException {
        Document page = page("exercises/12-look-back", false, Paper.LETTER);
        // 11 lines replace one; a third more and four to spare.
        assertEquals(18, page.select(".code:has(.ruled)").get(0).select(".ruled").size());
        assertTrue(page.html().toLowerCase(Locale.ROOT).contains("size: letter"));
    }

    @Test
    void theKeyHasSolutionsAndRubric() throws IOException {
        Document key = page("exercises/12-look-back", true, Paper.A4);
        Exercise exercise = Exercise.read(Path.of("exercises/12-look-back"));
        assertFalse(LeakScan.of(exercise, lines(key)).isEmpty(), "the scan sees nothing");
        assertTrue(key.text().contains("Transforms.softmax(scores, true).mmul(v)"));
        assertTrue(key.select(".rubric").get(1).text().contains("forgets the mask −3"));
        assertTrue(key.select(".ruled").isEmpty());
        assertTrue(key.select(".box").isEmpty());
    }

    private static Document page(String exercise, boolean key, Paper paper) throws IOException {
        return Jsoup.parse(PrintedExercise.html(Exercise.read(Path.of(exercise)), key, paper));
    }
}
