package openweights.grading.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import openweights.base.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final Answer ANSWER = new Answer("ann", "q1", "abc");

    @TempDir private Path folder;

    private Journal journal() {
        return new Journal(folder.resolve("decisions.jsonl"));
    }

    private static List<Change> comment(String text) {
        return List.of(new Change.Comment(ANSWER, text, ""));
    }

    @Test
    void keepsEveryKindOfChange() throws IOException {
        List<Change> changes =
                List.of(
                        new Change.Item("r1", "q1", -0.5, "forgets the bias", false),
                        new Change.Apply(ANSWER, "r1", true, ""),
                        new Change.Points(ANSWER, 1.5, "2"),
                        new Change.Points(ANSWER, null, ""),
                        new Change.Comment(ANSWER, "“good”\nlines", ""),
                        new Change.Note(ANSWER, 3, "here"),
                        new Change.Check("ann", "abc", true),
                        new Change.Undo("x"));
        Decision written = journal().append("Ben", changes);
        assertEquals(List.of(written), journal().read());
        assertEquals(changes, written.changes());
    }

    @Test
    void thereIsNoneBeforeTheFirstDecision() throws IOException {
        assertEquals(List.of(), journal().read());
    }

    /** As two desks do on one folder, and two graders at one desk. */
    @Test
    void twoWhoWriteAtOnceLoseNothing() throws Exception {
        ExecutorService graders = Executors.newFixedThreadPool(4);
        List<Future<?>> all = new ArrayList<>();
        for (int grader = 0; grader < 4; grader++) {
            String name = "grader " + grader;
            all.add(
                    graders.submit(
                            () -> {
                                for (int i = 0; i < 50; i++) {
                                    journal().append(name, comment("x".repeat(1000)));
                                }
                                return null;
                            }));
        }
        for (Future<?> each : all) {
            each.get();
        }
        graders.shutdown();
        assertEquals(200, journal().read().stream().map(Decision::id).distinct().count());
    }

    /** A program must not lose its turn because another thread of it reads the file. */
    @Test
    void programsThatReadWhileTheyWriteLoseNothing() throws Exception {
        List<Process> programs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            programs.add(
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    JournalWriter.class.getName(),
                                    journal().file().toString(),
                                    "grader " + i)
                            .inheritIO()
                            .start());
        }
        for (Process each : programs) {
            assertEquals(0, each.waitFor());
        }
        assertEquals(3 * JournalWriter.DECISIONS, journal().read().size());
    }

    @Test
    void decidesByWhatOthersHaveWritten() throws IOException {
        journal().append("Ben", comment("one"));
        journal().append("Ann", () -> journal().read().isEmpty() ? comment("two") : List.of());
        assertEquals(1, journal().read().size());
    }

    @Test
    void aLineThatWasTornDoesNotCountAndIsCutOff() throws IOException {
        Decision first = journal().append("Ben", comment("one"));
        Files.writeString(journal().file(), "{\"id\":\"7\",\"time\":", StandardOpenOption.APPEND);
        assertEquals(List.of(first), journal().read());
        Decision second = journal().append("Ben", comment("two"));
        assertEquals(List.of(first, second), journal().read());
    }

    @Test
    void saysWhichLineSomebodyHasBroken() throws IOException {
        journal().append("Ben", comment("one"));
        Files.writeString(journal().file(), "points: 3\n", StandardOpenOption.APPEND);
        String words = assertThrows(UserException.class, journal()::read).getMessage();
        assertTrue(words.contains("decisions.jsonl:2: not a decision."), words);
        assertTrue(words.contains("restore it or remove the line"), words);
    }
}
