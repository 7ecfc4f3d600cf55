package openweights.course.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openweights.course.notebook.NotebookFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * One folder per case: {@code lesson.md} with the resulting {@code expected.ipynb}, or with the
 * reported {@code problems.txt}.
 */
class LessonCompilerTest {

    private static final Path CASES = Path.of("src/test/resources/lessons");

    @TestFactory
    Stream<DynamicTest> compilesToTheExpectedNotebook() throws IOException {
        return cases("expected.ipynb")
                .map(
                        folder ->
                                DynamicTest.dynamicTest(
                                        folder.getFileName().toString(),
                                        () ->
                                                assertEquals(
                                                        Files.readString(
                                                                folder.resolve("expected.ipynb")),
                                                        built(folder))));
    }

    @TestFactory
    Stream<DynamicTest> reportsEveryProblemAtItsLine() throws IOException {
        return cases("problems.txt")
                .map(
                        folder ->
                                DynamicTest.dynamicTest(
                                        folder.getFileName().toString(),
                                        () ->
                                                assertEquals(
                                                        Files.readString(
                                                                folder.resolve("problems.txt")),
                                                        problems(folder) + "\n")));
    }

    @Test
    void everyCaseHasAnExpectation() throws IOException {
        List<Path> all = cases("lesson.md").toList();
        assertEquals(all.size(), cases("expected.ipynb").count() + cases("problems.txt").count());
    }

    @Test
    void windowsLineEndingsMakeNoDifference() throws IOException {
        Path folder = CASES.resolve("cells");
        String unix = Files.readString(folder.resolve("lesson.md"));
        assertEquals(
                NotebookFile.text(compile(folder, unix).notebook()),
                NotebookFile.text(compile(folder, unix.replace("\n", "\r\n")).notebook()));
    }

    @Test
    void knowsTheLineOfEachCell() throws IOException {
        CompiledLesson lesson = compile(CASES.resolve("attributes"));
        assertEquals(5, lesson.codes().get("07-seconds").line());
        assertEquals(
                List.of("07-seconds", "07-attributes-code", "07-attributes-code-2"),
                lesson.notebook().code().stream().map(cell -> cell.id()).toList());
        assertEquals(20, lesson.codes().get("07-attributes-code-2").line());
    }

    @Test
    void editInOneSectionKeepsOtherCellIds() throws IOException {
        Path folder = CASES.resolve("cells");
        String text = Files.readString(folder.resolve("lesson.md"));
        String edited = text.replace("### A part", "```java\n0\n```\n\nMore.\n\n### A part");
        List<String> before = ids(compile(folder, text));
        List<String> after = ids(compile(folder, edited));
        List<String> added =
                after.stream().filter(id -> !before.contains(id)).collect(Collectors.toList());
        assertEquals(List.of("07-a-section-code-3", "07-a-section-text-2"), added);
    }

    private static List<String> ids(CompiledLesson lesson) {
        return lesson.notebook().cells().stream().map(cell -> cell.id()).toList();
    }

    private static String built(Path folder) throws IOException {
        return NotebookFile.text(compile(folder).notebook());
    }

    private static String problems(Path folder) {
        return assertThrows(LessonException.class, () -> compile(folder)).getMessage();
    }

    private static CompiledLesson compile(Path folder) throws IOException {
        return compile(folder, Files.readString(folder.resolve("lesson.md")));
    }

    /** Derives the lesson's title from the folder's name: Bad links from bad-links. */
    private static CompiledLesson compile(Path folder, String text) {
        String slug = folder.getFileName().toString();
        String words = slug.replace('-', ' ');
        String title =
                words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
        Course.Entry entry = new Course.Entry("07-" + slug, title, 5, List.of());
        return new LessonCompiler(folder, CASES.resolve("sources")).compile(entry, text);
    }

    private static Stream<Path> cases(String file) throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders
                    .filter(folder -> Files.exists(folder.resolve(file)))
                    .sorted()
                    .toList()
                    .stream();
        }
    }
}
