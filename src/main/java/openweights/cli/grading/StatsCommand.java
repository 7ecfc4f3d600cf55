package openweights.cli.grading;

import java.io.IOException;
import java.nio.file.Path;
import openweights.base.Json;
import openweights.grading.report.Statistics;
import openweights.grading.report.StatisticsPage;
import openweights.grading.report.StatisticsText;
import openweights.grading.result.GradingFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "stats",
        description =
                "Report how difficult each test was and whether it separates strong work from weak; a page with charts is written to grading/EXERCISE/export. Results that need review are left out.")
public final class StatsCommand extends GradingCommand {

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Override
    protected void run() throws IOException {
        GradingFolder folder = folder();
        Statistics statistics = Statistics.of(folder.latest());
        Path page = StatisticsPage.write(folder, statistics);
        if (json) {
            println(Json.pretty(statistics));
        } else {
            StatisticsText.print(statistics, out());
            println(page);
        }
    }
}
