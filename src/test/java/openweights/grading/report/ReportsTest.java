package openweights.grading.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import openweights.base.Csv;
import openweights.course.exercise.test.Feedback.When;
import openweights.grading.result.Result;
import openweights.grading.result.Verdict;
import openweights.grading.run.ReportSamples;
import openweights.grading.score.Grade;
import org.junit.jupiter.api.Test;

class ReportsTest {

    @Test
    void pageShowsTextAsText() {
        Result evil =
                ReportSamples.result(
                        "<script>alert(1)</script>",
                        Verdict.FAIL,
                        Verdict.FAIL,
                        "<img src=x onerror=alert(1)> \u001b[2J \u202E");
        String page = new Feedback(true).page(Grade.of(evil));
        assertFalse(page.contains("<script"), page);
        assertFalse(page.contains("<img"), page);
        assertFalse(page.contains("\u001b"), page);
        assertFalse(page.contains("\u202E"), page);
        assertTrue(page.contains("&lt;script&gt;alert(1)"), page);
        assertTrue(page.contains("Content-Security-Policy"), page);
    }

    @Test
    void pageKeepsTheMessagesOfHiddenTests() {
        String page =
                new Feedback(true)
                        .page(
                                Grade.of(
                                        ReportSamples.result(
                                                "ann",
                                                Verdict.PASS,
                                                Verdict.FAIL,
                                                "expected secret")));
        assertTrue(page.contains("2 of 4 points"), page);
        assertTrue(page.contains("B.two()"), page);
        assertEquals(1, page.split("expected secret", -1).length - 1, "only the visible test's");
    }

    /** Points that a test withholds for good are in the gradebook, and never on the page. */
    @Test
    void pageSaysWhatItsSumLeavesOut() {
        Result result = ReportSamples.result("ann", Verdict.PASS, Verdict.PASS, "", When.NEVER);
        String words = "Tests that are not shown here: 1. Their points are not in the sum above.";
        String page = new Feedback(true).page(Grade.of(result));
        assertTrue(page.contains("2 of 4 points"), page);
        assertTrue(page.contains(words), page);
        Grade byHand =
                new Grade(result, Map.of("q2", new Grade.Manual(1, "")), Grade.Lateness.NONE);
        page = new Feedback(true).page(byHand);
        assertTrue(page.contains("3 of 4 points"), page);
        assertFalse(page.contains(words), page);
    }

    @Test
    void gradebookHasAColumnForEachQuestionAndNoFormulas() {
        String csv =
                Gradebook.wide(
                        Stream.of(
                                        ReportSamples.result(
                                                "=HYPERLINK(\"x\")",
                                                Verdict.PASS,
                                                Verdict.FAIL,
                                                ""),
                                        ReportSamples.result("ann", Verdict.OOM, Verdict.PASS, ""))
                                .map(Grade::of)
                                .toList());
        List<List<String>> rows = Csv.rows("the gradebook", csv);
        assertEquals(
                List.of("student", "q1", "q2", "raw", "points", "max"), rows.get(0).subList(0, 6));
        assertEquals(
                List.of("'=HYPERLINK(\"x\")", "2", "0", "2", "2", "4"), rows.get(1).subList(0, 6));
        assertEquals(List.of("ann", "0", "2", "2", "2", "4"), rows.get(2).subList(0, 6));
    }

    /** Four students, computed by hand: those who pass A do well elsewhere, so A discriminates. */
    @Test
    void statisticsAgreeWithAnExampleByHand() {
        Statistics statistics =
                Statistics.of(
                        List.of(
                                ReportSamples.result("a", Verdict.PASS, Verdict.PASS, ""),
                                ReportSamples.result("b", Verdict.PASS, Verdict.PASS, ""),
                                ReportSamples.result("c", Verdict.FAIL, Verdict.PASS, "no"),
                                ReportSamples.result("d", Verdict.FAIL, Verdict.TIMEOUT, "no")));
        assertEquals(4, statistics.students());
        assertEquals(2.5, statistics.mean(), 1e-12);
        assertArrayEquals(new int[] {1, 0, 1, 0, 2}, statistics.counts());
        Statistics.Item first = statistics.items().get(0);
        assertEquals(0.5, first.passed());
        // passes 1 1 0 0 against the other test's points 2 2 2 0
        assertEquals(1 / Math.sqrt(3), first.discrimination(), 1e-12);
        assertEquals(Map.of("no", 2), first.messages());
    }

    @Test
    void statisticsPageShowsTextAsTextAndDashesForNothing() {
        Result evil = ReportSamples.result("a", Verdict.FAIL, Verdict.FAIL, "<img src=x> <script>");
        Result open = ReportSamples.result("b", Verdict.NEEDS_REVIEW, Verdict.PASS, "");
        Statistics statistics = Statistics.of(List.of(evil, open));
        assertEquals(1, statistics.students(), "what is not settled is left out");
        String page = StatisticsPage.of("<b>", statistics);
        assertTrue(
                page.contains(
                        "<p>1 student, mean 0.00 points, standard deviation 0.00; left out: 1 result in need of review.</p>"),
                page);
        assertFalse(
                page.contains("<script") || page.contains("<img src=x") || page.contains("<b>"));
        assertTrue(page.contains("1 × &lt;img src=x&gt;"), page);
        assertTrue(page.contains("<td class=\"number\">–</td>"), page);
        assertTrue(page.contains("<img alt=\"Bars with the number of students"), page);
    }

    @Test
    void numbersDoNotDependOnTheMachinesLanguage() {
        Statistics statistics =
                Statistics.of(
                        List.of(
                                ReportSamples.result("a", Verdict.PASS, Verdict.PASS, ""),
                                ReportSamples.result("b", Verdict.PASS, Verdict.FAIL, "no"),
                                ReportSamples.result("c", Verdict.FAIL, Verdict.FAIL, "no")));
        String page = StatisticsPage.of("sample", statistics);
        assertTrue(page.contains("3 students, mean 2.00 points, standard deviation 1.63."), page);
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals(page, StatisticsPage.of("sample", statistics));
        } finally {
            Locale.setDefault(usual);
        }
    }
}
