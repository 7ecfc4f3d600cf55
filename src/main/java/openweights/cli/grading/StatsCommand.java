package openweights.cli.grading;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import openweights.chart.BarChart;
import openweights.chart.Figure;
import openweights.grading.report.Statistics;
import openweights.grading.report.Statistics.Item;
import openweights.grading.report.StatisticsPage;
import openweights.grading.report.StatisticsPage.Picture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "stats",
        description =
                "Say how hard each test was and whether it tells good work from bad; a page with pictures lies in grading/EXERCISE/export. What nobody has settled yet is left out.",
        mixinStandardHelpOptions = true)
public final class StatsCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "EXERCISE", description = "Such as 01-two-layers.")
    private String name;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Mixin private GradingContext desk = new GradingContext();

    @Override
    public Integer call() throws IOException {
        Statistics statistics = Statistics.of(desk.latest(name));
        Path folder = Files.createDirectories(desk.folder(name).resolve("export"));
        Path page =
                Files.writeString(
                        folder.resolve("statistics.html"),
                        StatisticsPage.of(name, statistics, pictures(statistics)));
        if (json) {
            System.out.println(
                    new ObjectMapper()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(statistics));
        } else {
            print(statistics);
            System.out.println(page);
        }
        return 0;
    }

    private static void print(Statistics statistics) {
        System.out.printf(
                "%d students, mean %.2f points, standard deviation %.2f%n%n",
                statistics.students(), statistics.mean(), statistics.deviation());
        System.out.printf("%-48s %7s %15s  %s%n", "test", "passed", "discrimination", "verdicts");
        for (Item item : statistics.items()) {
            System.out.printf(
                    "%-48s %6.0f%% %15s  %s%n",
                    item.question() + " " + item.test(),
                    100 * item.passed(),
                    StatisticsPage.number(item.discrimination()),
                    item.verdicts());
        }
    }

    private static List<Picture> pictures(Statistics statistics) {
        if (statistics.items().isEmpty()) {
            return List.of();
        }
        Figure both = points(statistics).beside(tests(statistics));
        return List.of(new Picture(both.png(), both.alt()));
    }

    private static Figure points(Statistics statistics) {
        int[] counts = statistics.counts();
        String[] points =
                IntStream.range(0, counts.length).mapToObj(i -> "" + i).toArray(String[]::new);
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
                .categories(statistics.items().stream().map(StatsCommand::brief).toList())
                .bars("passed", passed)
                .showValues()
                .alt("Bars with the share of students who passed each test.");
    }

    /** {@code q1 oneSign}. */
    private static String brief(Item item) {
        return item.question() + " " + item.test().replaceFirst("^.*\\.", "");
    }
}
