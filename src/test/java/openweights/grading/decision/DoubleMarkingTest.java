package openweights.grading.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import openweights.base.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two graders mark an answer that the tests gave 2 of 4 points. */
class DoubleMarkingTest {

    private static final Answer Q1 = new Answer("ann", "q1", "abc");

    private final List<Decision> journal = new ArrayList<>();

    private Decision decide(String by, Change... changes) {
        String id = "d" + journal.size();
        journal.add(new Decision(id, "2026-11-30T10:00:00Z", by, List.of(changes)));
        return journal.get(journal.size() - 1);
    }

    private void mark(String by, double points, String comment) {
        decide(by, new Change.Points(Q1, points, ""), new Change.Comment(Q1, comment, ""));
    }

    private void done(String by) {
        decide(by, new Change.Check("ann", "abc", true));
    }

    private Decisions decisions() {
        return Decisions.of(journal, new DoubleMarking(1, 1, ""));
    }

    private static Optional<Double> points(Decisions seen) {
        return seen.points(Q1, 2.0, 4);
    }

    private static String pending(Decisions seen) {
        return seen.pending(Q1, 2.0, 4);
    }

    @Test
    void neitherSeesTheOthersMarkBeforeBothAreDone() {
        mark("Ann", 3, "good");
        decide("Ann", new Change.Note(Q1, 1, "here"));
        done("Ann");
        mark("Ben", 4, "fine");
        Decisions ben = decisions().seenBy("Ben");
        assertEquals(Optional.of(4.0), points(ben));
        assertEquals("fine", ben.words(Q1));
        assertEquals(List.of(), ben.notes(Q1));
        assertEquals(List.of(), ben.marks(Q1, 2.0, 4));
        assertNull(ben.checked("ann", "abc"), "Ben is not done");
        assertFalse(ben.isOpen(journal.get(0)));
        assertTrue(decisions().seenBy("Ann").isOpen(journal.get(0)));
        Decision back = decide("Ann", new Change.Undo(journal.get(1).id()));
        assertFalse(decisions().seenBy("Ben").isOpen(back), "what was taken back is as secret");
        journal.remove(back);
        assertEquals(Optional.of(3.0), points(decisions().seenBy("Ann")));
        assertEquals(Optional.empty(), points(decisions().seenBy("Cem")));
        assertEquals(Optional.empty(), points(decisions()));
        assertEquals("1 of 2 graders are done", pending(decisions()));
        done("Ben");
        assertEquals("good; fine", decisions().seenBy("Ben").words(Q1));
        assertEquals("good\n\nfine", decisions().comment(Q1), "for the student");
        assertEquals(1, decisions().seenBy("Ben").notes(Q1).size());
        assertTrue(decisions().seenBy("Ben").isOpen(journal.get(0)));
    }

    @Test
    void theMeanCountsWhereTheyDifferLittle() {
        mark("Ann", 3, "");
        done("Ann");
        mark("Ben", 4, "");
        done("Ben");
        assertEquals(Optional.of(3.5), points(decisions()));
        assertEquals("", pending(decisions()));
    }

    @Test
    void theTestsAreTheMarkOfWhoSaysNothing() {
        done("Ann");
        done("Ben");
        assertEquals(Optional.empty(), points(decisions()));
        assertEquals("", pending(decisions()));
        assertEquals("a grader has given no points", decisions().pending(Q1, null, 4));
        mark("Ben", 1, "");
        assertEquals(Optional.of(1.5), points(decisions()));
    }

    @Test
    void aMeanThatIsWhatTheTestsGaveIsAMeanAllTheSame() {
        mark("Ann", 1.5, "");
        done("Ann");
        mark("Ben", 2.5, "");
        done("Ben");
        assertEquals(Optional.of(2.0), points(decisions()));
        assertEquals("", pending(decisions()));
    }

    @Test
    void aLargeDifferenceMustBeSettled() {
        mark("Ann", 0, "no");
        done("Ann");
        mark("Ben", 4, "yes");
        done("Ben");
        assertEquals(Optional.empty(), points(decisions()));
        assertEquals("two graders differ", pending(decisions()));
        assertEquals("two graders differ", pending(decisions().seenBy("Ann")));
        Decision settled = decide("Cem", new Change.Settle(Q1, 3.0, null));
        assertEquals(Optional.of(3.0), points(decisions()));
        assertEquals("", pending(decisions()));
        decide("Cem", new Change.Undo(settled.id()));
        assertEquals("two graders differ", pending(decisions()));
        mark("Ann", 3.5, "after all");
        assertEquals(Optional.of(3.75), points(decisions()), "who changes a mark may settle it");
    }

    @Test
    void aThirdGraderWhoBeganChangesNothing() {
        mark("Cem", 0, "began");
        mark("Ann", 3, "");
        done("Ann");
        mark("Ben", 3, "");
        done("Ben");
        done("Cem");
        assertEquals(Optional.of(3.0), points(decisions()));
        assertEquals(
                List.of("Ann", "Ben"),
                decisions().marks(Q1, 2.0, 4).stream().map(Mark::by).toList());
    }

    @Test
    void aSampleIsDrawnByNames() {
        DoubleMarking fifth = new DoubleMarking(1, 0.2, "01-weighted-sum");
        List<String> class1000 = IntStream.range(0, 1000).mapToObj(i -> "student-" + i).toList();
        List<String> drawn = class1000.stream().filter(fifth::covers).toList();
        assertTrue(drawn.size() > 150 && drawn.size() < 250, "" + drawn.size());
        assertTrue(class1000.stream().allMatch(new DoubleMarking(1, 1, "")::covers));
        DoubleMarking larger = new DoubleMarking(1, 0.3, "01-weighted-sum");
        assertTrue(drawn.stream().allMatch(larger::covers), "a larger sample keeps the smaller");
        DoubleMarking next = new DoubleMarking(1, 0.2, "02-your-own-taxi");
        assertFalse(drawn.stream().allMatch(next::covers), "always the same students");
    }

    @Test
    void whoIsNotInTheSampleIsMarkedOnce() {
        DoubleMarking none = new DoubleMarking(1, 1e-9, "");
        mark("Ann", 3, "good");
        done("Ann");
        Decisions decisions = Decisions.of(journal, none);
        assertTrue(decisions.isDouble() && !decisions.isDouble("ann"));
        assertEquals(Optional.of(3.0), points(decisions));
        assertEquals("", pending(decisions));
        Decisions ben = decisions.seenBy("Ben");
        assertEquals(Optional.of(3.0), points(ben), "nothing is hidden");
        assertEquals("good", ben.words(Q1));
        assertTrue(ben.isOpen(journal.get(0)) && ben.mayMark(Q1));
        assertEquals("Ann", Objects.requireNonNull(ben.checked("ann", "abc")).by());
        mark("Ben", 1, "");
        assertEquals(Optional.of(1.0), points(Decisions.of(journal, none)), "the last one counts");
    }

    @Test
    void readsBySoMuchMarksMayDiffer(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("double.yaml");
        assertEquals(Optional.empty(), DoubleMarking.read(file));
        Files.writeString(file, "differ: 0.5\n");
        String name = "" + folder.getFileName();
        assertEquals(Optional.of(new DoubleMarking(0.5, 1, name)), DoubleMarking.read(file));
        Files.writeString(file, "differ: 0.5\nshare: 0.2\n");
        assertEquals(Optional.of(new DoubleMarking(0.5, 0.2, name)), DoubleMarking.read(file));
        for (String wrong :
                new String[] {
                    "differ: -1",
                    "differ: 0,5",
                    "difer: 1",
                    "1",
                    "share: 0.2",
                    "differ: 1\nshare: 0",
                    "differ: 1\nshare: 20",
                    "differ: 1\nshare: a fifth",
                    "differ: 1\nshares: 0.2"
                }) {
            Files.writeString(file, wrong);
            assertThrows(UserException.class, () -> DoubleMarking.read(file), wrong);
        }
        mark("Ann", 1, "");
        Journal kept = new Journal(folder.resolve("decisions.jsonl"));
        Files.writeString(file, "differ: 0");
        assertTrue(kept.decisions().isDouble());
    }
}
