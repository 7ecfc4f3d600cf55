package openweights.grading.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import openweights.chart.BarChart;
import openweights.chart.Figure;
import openweights.grading.report.Statistics.Item;

/** Charts of the points and of the tests, side by side. */
final class StatisticsCharts {

    private StatisticsCharts() {}

    /** The charts; empty if there are no tests. */
    static Optional<Figure> of(Statistics statistics) {
        return statistics.items().isEmpty()
                ? Optional.empty()
                : Optional.of(points(statistics).beside(tests(statistics)));
    }

    private static Figure points(Statistics statistics) {
        int[] counts = statistics.counts();
        List<String> points = IntStream.range(0, counts.length).mapToObj(String::valueOf).toList();
        return BarChart.of("How many students have how many points")
                .axes("points", "students")
                .categories(points)
                .bars("students", IntStream.of(counts).asDoubleStream().toArray())
                .alt("Bars with the number of students for each number of points.");
    }

    private static Figure tests(Statistics statistics) {
        double[] passed =
                statistics.items().stream()
                        .mapToDouble(item -> Math.round(100 * item.passed()))
                        .toArray();
        return BarChart.of("Who passed each test")
                .axes("test", "students, %")
                .yRange(0, 110)
                .categories(statistics.items().stream().map(StatisticsCharts::label).toList())
                .bars("passed", passed)
                .showValues()
                .alt("Bars with the share of students who passed each test.");
    }

    /** {@code q1 oneSign}. */
    private static String label(Item item) {
        return item.question() + " " + item.test().replaceFirst("^.*\\.", "");
    }
}
