package openweights.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import openweights.chart.BarChart;
import openweights.chart.Figure;
import openweights.course.grade.report.Statistics;
import openweights.course.grade.report.Statistics.Item;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "stats",
        description =
                "Say how hard each test was and whether it tells good work from bad; a picture lies in grading/EXERCISE/export.",
        mixinStandardHelpOptions = true)
final class StatsCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "EXERCISE", description = "Such as 01-two-layers.")
    private String name;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        GradingDesk desk = new GradingDesk();
        Statistics statistics = Statistics.of(desk.latest(name));
        Path folder = Files.createDirectories(desk.folder(name).resolve("export"));
        Path picture = Files.write(folder.resolve("tests.png"), picture(statistics).png());
        if (json) {
            System.out.println(
                    new ObjectMapper()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(statistics));
        } else {
            print(statistics);
            System.out.println(picture);
        }
        return 0;
    }

    private static void print(Statistics statistics) {
        System.out.printf(
                "%d students, mean %.2f points, standard deviation %.2f%n%n",
                statistics.students(), statistics.mean(), statistics.deviation());
        System.out.printf("%-40s %7s %15s  %s%n", "test", "passed", "discrimination", "verdicts");
        for (Item item : statistics.items()) {
            System.out.printf(
                    "%-40s %6.0f%% %15.2f  %s%n",
                    item.question() + " " + item.test(),
                    100 * item.passed(),
                    item.discrimination(),
                    item.verdicts());
        }
    }

    private static Figure picture(Statistics statistics) {
        double[] passed =
                statistics.items().stream().mapToDouble(item -> 100 * item.passed()).toArray();
        return BarChart.of("Who passed each test")
                .axes("test", "students, %")
                .yRange(0, 100)
                .categories(statistics.items().stream().map(Item::test).toList())
                .bars("passed", passed)
                .showValues()
                .alt("Bars with the share of students who passed each test.");
    }
}
