package openweights.grading.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import openweights.base.Count;
import openweights.base.HtmlTemplate;
import openweights.chart.Figure;
import openweights.chart.HistogramChart;
import openweights.grading.decision.Decision;
import openweights.grading.report.Correlation;
import openweights.grading.report.StatisticsPage;
import openweights.grading.score.Grade;

/** How the class did, by the points that count now, and who graded how much. */
final class NumbersPage {

    private static final HtmlTemplate PAGE = HtmlTemplate.of(NumbersPage.class, "numbers.html");

    private static final int MOST_BINS = 20;

    private final Desk desk;
    private final Frame frame;

    NumbersPage(Desk desk, Frame frame) {
        this.desk = desk;
        this.frame = frame;
    }

    Reply reply(Call call) throws IOException {
        Cohort cohort = desk.cohort();
        if (call.part(0).equals("points.png")) {
            return Reply.picture(chart(cohort).png());
        }
        double[] sums = sums(cohort);
        Map<String, Object> values = new HashMap<>();
        values.put("root", frame.root());
        values.put("alt", chart(cohort).alt());
        values.put("students", Count.of(sums.length, "student"));
        values.put("mean", Grade.format(Correlation.mean(sums)));
        values.put("deviation", Grade.format(Correlation.deviation(sums)));
        values.put("max", max(cohort));
        values.put("questions", questions(cohort));
        values.put("graders", graders(cohort));
        values.put("open", cohort.standings().stream().filter(s -> s.grade().isOpen()).count());
        return Reply.page(frame.page("numbers", "Numbers", "", PAGE.fill(values)));
    }

    private static double[] sums(Cohort cohort) {
        return cohort.standings().stream().mapToDouble(each -> each.grade().points()).toArray();
    }

    private static int max(Cohort cohort) {
        return cohort.standings().stream().mapToInt(each -> each.result().max()).max().orElse(0);
    }

    private static Figure chart(Cohort cohort) {
        int max = max(cohort);
        return HistogramChart.of("How many students have how many points")
                .axes("points", "students")
                .bins(-0.5, max + 0.5, Math.min(MOST_BINS, max) + 1)
                .values("students", sums(cohort))
                .figure();
    }

    private static List<Map<String, Object>> questions(Cohort cohort) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String question : cohort.questions()) {
            double[] own =
                    cohort.standings().stream()
                            .mapToDouble(each -> each.grade().points(question))
                            .toArray();
            double[] rest =
                    cohort.standings().stream()
                            .mapToDouble(each -> each.grade().raw() - each.grade().points(question))
                            .toArray();
            int max =
                    cohort.standings().stream()
                            .mapToInt(each -> each.result().max(question))
                            .max()
                            .orElse(0);
            double mean = Correlation.mean(own);
            rows.add(
                    Map.of(
                            "q", question,
                            "mean", Grade.format(mean),
                            "max", max,
                            "share", Math.round(100 * mean / Math.max(1, max)),
                            "discrimination", StatisticsPage.number(Correlation.of(own, rest))));
        }
        return rows;
    }

    private static List<Map<String, Object>> graders(Cohort cohort) {
        Map<String, Integer> done = new TreeMap<>();
        Map<String, Integer> decided = new TreeMap<>();
        for (Decision each : cohort.decisions().journal()) {
            if (!cohort.decisions().isUndone(each)) {
                decided.merge(each.by(), 1, Integer::sum);
            }
        }
        for (Standing each : cohort.standings()) {
            if (each.checked() != null) {
                done.merge(each.checked().by(), 1, Integer::sum);
            }
        }
        return decided.entrySet().stream()
                .map(
                        each ->
                                Map.<String, Object>of(
                                        "by", each.getKey(),
                                        "decisions", each.getValue(),
                                        "done", done.getOrDefault(each.getKey(), 0)))
                .toList();
    }
}
