package openweights.grading.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openweights.grading.result.Result;
import openweights.grading.result.Verdict;
import openweights.grading.run.ReportSamples;
import org.junit.jupiter.api.Test;

/** What follows from decisions: two points for each of two questions, of which q2 failed. */
class DecisionsTest {

    private static final Result ANN = ReportSamples.result("ann", Verdict.PASS, Verdict.FAIL, "no");
    private static final Answer Q1 = ANN.answer("q1");
    private static final Answer Q2 = ANN.answer("q2");

    private final List<Decision> journal = new ArrayList<>();

    private String decide(String by, Change... changes) {
        String id = "d" + journal.size();
        journal.add(new Decision(id, "2026-11-30T10:00:00Z", by, List.of(changes)));
        return id;
    }

    private Optional<Double> points(String question) {
        return points(ANN, question);
    }

    private Optional<Double> points(Result result, String question) {
        return Decisions.of(journal)
                .points(result.answer(question), result.decided(question), result.max(question));
    }

    private static Change item(double points) {
        return new Change.Item("r1", "q1", points, "no names", false);
    }

    @Test
    void testsDecideUntilSomebodyDoes() {
        assertEquals(Optional.empty(), points("q1"));
        decide("Ben", new Change.Comment(Q1, "good", ""));
        assertEquals(Optional.empty(), points("q1"), "a comment is no points");
    }

    @Test
    void itemsAddToThePointsOfTheTests() {
        decide("Ben", item(-0.5), new Change.Apply(Q1, "r1", true, ""));
        assertEquals(Optional.of(1.5), points("q1"));
        decide("Ben", new Change.Apply(Q1, "r1", false, ""));
        assertEquals(Optional.empty(), points("q1"));
    }

    @Test
    void aChangedItemChangesEveryAnswerItAppliesTo() {
        decide("Ben", item(-0.5), new Change.Apply(Q1, "r1", true, ""));
        decide("Ann", item(-1));
        assertEquals(Optional.of(1.0), points("q1"));
        decide("Ann", new Change.Item("r1", "q1", -1, "no names", true));
        assertEquals(Optional.empty(), points("q1"), "it was removed");
        assertEquals(List.of(), Decisions.of(journal).items());
    }

    @Test
    void typedPointsAreThePointsAndLaterItemsAddToThem() {
        decide("Ben", item(-0.5), new Change.Apply(Q1, "r1", true, ""));
        decide("Ben", new Change.Points(Q1, 2.0, ""));
        assertEquals(Optional.of(2.0), points("q1"), "what was typed, with the item applied");
        decide("Ben", item(-1));
        assertEquals(Optional.of(1.5), points("q1"), "the item costs half a point more");
    }

    @Test
    void pointsStayWithinTheQuestion() {
        decide("Ben", item(-9), new Change.Apply(Q1, "r1", true, ""));
        assertEquals(Optional.of(0.0), points("q1"));
        decide("Ben", item(9));
        assertEquals(Optional.of(2.0), points("q1"));
    }

    @Test
    void itemsAloneDoNotSettleWhatNoTestCouldDecide() {
        Result open = ReportSamples.result("ann", Verdict.NEEDS_REVIEW, Verdict.PASS, "");
        decide("Ben", item(1), new Change.Apply(Q1, "r1", true, ""));
        assertEquals(Optional.empty(), points(open, "q1"));
        decide("Ben", new Change.Points(Q1, 1.0, ""));
        assertEquals(Optional.of(1.0), points(open, "q1"));
    }

    @Test
    void twoGradersWhoChangeDifferentThingsBothCount() {
        decide("Ben", new Change.Points(Q1, 1.0, ""));
        decide("Ann", new Change.Comment(Q1, "half of it", ""));
        Given given = Decisions.of(journal).of(Q1);
        assertNotNull(given);
        assertEquals("half of it", given.comment());
        assertEquals(Optional.of(1.0), points("q1"));
    }

    @Test
    void undoTakesBackAllOfADecisionAndCanBeTakenBack() {
        String both = decide("Ben", new Change.Points(Q1, 0.0, ""), new Change.Points(Q2, 1.0, ""));
        String undo = decide("Ben", new Change.Undo(both));
        assertEquals(Optional.empty(), points("q1"));
        assertEquals(Optional.empty(), points("q2"));
        decide("Ben", new Change.Undo(undo));
        assertEquals(Optional.of(0.0), points("q1"));
    }

    @Test
    void undoBeginsWithOnesOwnLastDecision() {
        String mine = decide("Ben", new Change.Points(Q1, 0.0, ""));
        decide("Ann", new Change.Points(Q2, 1.0, ""));
        assertEquals(mine, Decisions.of(journal).last("Ben").orElseThrow().id());
        decide("Ben", new Change.Undo(mine));
        assertTrue(Decisions.of(journal).last("Ben").isEmpty());
    }

    @Test
    void commentsAtLinesAreOrderedAndReplaced() {
        decide("Ben", new Change.Note(Q1, 7, "why?"), new Change.Note(Q1, 2, "good"));
        decide("Ann", new Change.Note(Q1, 7, "because"));
        assertEquals(
                List.of(new LineNote(2, "good", "Ben"), new LineNote(7, "because", "Ann")),
                Decisions.of(journal).notes(Q1));
        decide("Ann", new Change.Note(Q1, 2, ""));
        assertEquals(1, Decisions.of(journal).notes(Q1).size());
    }

    @Test
    void decisionsAreAboutOneSubmissionOnly() {
        decide("Ben", new Change.Points(new Answer("ann", "q1", "older"), 0.0, ""));
        decide("Ben", new Change.Check("ann", "older", true));
        assertEquals(Optional.empty(), points("q1"));
        assertNull(Decisions.of(journal).checked("ann", ANN.submission()));
    }
}
