package openweights.course.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openweights.base.Home;
import openweights.course.markdown.Problem;
import openweights.course.notebook.Cell;
import openweights.course.notebook.NotebookFile;
import openweights.runtime.session.TestJdk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs small lessons in the real kernel. */
class LessonRunnerIT {

    private static final String TITLE =
            "# 07 · Small\n\n> **Predict.** What comes?\n\n```java\nPredict.that(\"\");\n```\n\n";

    @TempDir private Path root;

    private final TestJdk jdk = TestJdk.all().findFirst().orElseThrow();
    private Lessons lessons;

    @BeforeEach
    void courseOfOneLesson() throws IOException {
        Files.createDirectories(root.resolve("lessons"));
        Files.writeString(
                root.resolve("lessons/course.yaml"),
                "- {slug: 07-small, title: Small, minutes: 5, needs: []}\n");
        lessons = new Lessons(new Home(root));
    }

    @Test
    void buildingTwiceGivesTheSameBytes() throws IOException {
        String text =
                """
                ```java
                System.out.println("one");
                INDArray a = Nd4j.arange(6).reshape(2, 3);
                a
                ```

                ```java
                Check.close("sum", a.sumNumber(), 15);
                Check.that("six", a.length() == 6);
                ```

                ```java measured
                System.nanoTime()
                ```

                ```java raises=CheckFailed
                Check.close("sum", a.sumNumber(), 16, "count again");
                ```

                ```java raises=CompilationException
                int x = "text";
                ```
                """;
        LessonRun first = run(text);
        assertEquals(List.of(), first.problems());
        assertEquals(6, first.cells());
        assertEquals(2, first.checks());
        lessons.commit(first, false);
        String bytes = committed();
        LessonRun second = run(text);
        assertFalse(NotebookFile.text(second.notebook()).equals(bytes), "the clock stands still");
        lessons.commit(second, false);
        assertEquals(bytes, committed());
        lessons.commit(second, true);
        assertEquals(NotebookFile.text(second.notebook()), committed());
        assertEquals(
                List.of(),
                NotebookCheck.outputs(
                        second.entry(),
                        lessons.committed(second.entry()).orElseThrow(),
                        first.notebook()));
    }

    @Test
    void failingCellIsReportedAtItsLineAndEndsTheRun() throws IOException {
        LessonRun run =
                run(
                        """
                        ```java
                        int[] a = new int[2];
                        int i = 2;
                        a[i] = 1;
                        ```

                        ```java
                        "never run"
                        ```
                        """);
        assertEquals(
                """
                lessons/07-small.md:12: this cell fails:
                    | ArrayIndexOutOfBoundsException: Index 2 out of bounds for length 2
                    |   line 3:  a[i] = 1;
                    Fix it, or add raises=ArrayIndexOutOfBoundsException after ```java if it is meant to fail.""",
                problems(run));
        assertEquals(2, run.cells());
        org.junit.jupiter.api.Assertions.assertThrows(
                IllegalStateException.class, () -> lessons.commit(run, false));
        assertFalse(Files.exists(root.resolve("notebooks")));
    }

    @Test
    void cellThatDoesNotFailAsItShouldIsReported() throws IOException {
        assertEquals(
                "lessons/07-small.md:9: this cell should end with IllegalStateException, but it ran without an error. Remove raises=IllegalStateException, or fix the code.",
                problems(run("```java raises=IllegalStateException\n1\n```\n")));
        assertEquals(
                """
                lessons/07-small.md:10: this cell should end with IllegalStateException, but it ended with ArithmeticException:
                    | ArithmeticException: / by zero
                    |   line 1:  1 / 0""",
                problems(run("```java raises=IllegalStateException\n1 / 0\n```\n")));
    }

    @Test
    void reportsNoiseAndChartsWithoutAltTextAndContinues() throws IOException {
        LessonRun run =
                run(
                        """
                        ```java
                        System.err.println("a warning");
                        ```

                        ```java stderr
                        System.err.println("a welcome one");
                        ```

                        ```java
                        XYChart chart = new XYChart(200, 100);
                        chart.addSeries("a", new double[] {1, 2}, new double[] {3, 4});
                        chart
                        ```

                        ```java
                        "the end"
                        ```
                        """);
        assertEquals(
                """
                lessons/07-small.md:9: this cell writes to standard error: "a warning". Silence that output, or add stderr after ```java if readers should see it.
                lessons/07-small.md:17: this cell shows a chart without alt text. Add alt text that says what a reader who cannot see the chart needs to know.""",
                problems(run));
        assertEquals(5, run.cells());
    }

    @Test
    void kernelThatEndsIsReported() throws IOException {
        assertEquals(
                "lessons/07-small.md:9: the kernel's process ended while this cell was running. Does it need more memory than the kernel has?",
                problems(
                        run(
                                """
                                ```java
                                new ProcessBuilder("kill", "-9", "" + ProcessHandle.current().pid()).start().waitFor();
                                Thread.sleep(60_000);
                                ```
                                """)));
    }

    @Test
    void runsInATemporaryFolder() throws IOException {
        LessonRun run =
                run(
                        """
                        ```java
                        Files.createDirectories(Path.of("a/b"));
                        Files.writeString(Path.of("a/b/c.txt"), "written");
                        Files.exists(Path.of("../lessons/course.yaml"))
                        ```
                        """);
        assertEquals(List.of(), run.problems());
        Cell.Code cell = run.notebook().code().get(1);
        assertTrue(cell.outputs().toString().contains("true"), cell.outputs().toString());
        try (Stream<Path> left = Files.list(root)) {
            assertEquals(List.of(root.resolve("lessons")), left.toList());
        }
    }

    private LessonRun run(String text) throws IOException {
        Files.writeString(root.resolve("lessons/07-small.md"), TITLE + text);
        CompiledLesson lesson = lessons.compile(lessons.select(List.of()).get(0));
        List<Integer> numbers = new ArrayList<>();
        LessonRun run =
                new LessonRunner(root, jdk::start)
                        .run(lesson, (each, number, count) -> numbers.add(number));
        assertEquals(run.cells(), numbers.size());
        return run;
    }

    private static String problems(LessonRun run) {
        return run.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    private String committed() throws IOException {
        return Files.readString(root.resolve("notebooks/07-small.ipynb"));
    }
}
