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
import java.util.Optional;
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
        return Decisions.of(journal, new DoubleMarking(1));
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
        Decision settled = decide("Cem", new Change.Settle(Q1, 3.0));
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
    void readsBySoMuchMarksMayDiffer(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("double.yaml");
        assertEquals(Optional.empty(), DoubleMarking.read(file));
        Files.writeString(file, "differ: 0.5\n");
        assertEquals(Optional.of(new DoubleMarking(0.5)), DoubleMarking.read(file));
        for (String wrong : new String[] {"differ: -1", "differ: 0,5", "difer: 1", "1"}) {
            Files.writeString(file, wrong);
            assertThrows(UserException.class, () -> DoubleMarking.read(file), wrong);
        }
        mark("Ann", 1, "");
        Journal kept = new Journal(folder.resolve("decisions.jsonl"));
        Files.writeString(file, "differ: 0");
        assertTrue(kept.decisions().isDouble());
    }
}
