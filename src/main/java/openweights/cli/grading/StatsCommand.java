package openweights.cli.grading;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import openweights.base.AtomicFile;
import openweights.base.Json;
import openweights.grading.report.Statistics;
import openweights.grading.report.StatisticsPage;
import openweights.grading.report.StatisticsText;
import openweights.grading.result.GradingFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "stats",
        description =
                "Report how difficult each test was and whether it separates strong work from weak; a page with charts is written to grading/EXERCISE/export. Results that need review are left out.",
        mixinStandardHelpOptions = true)
public final class StatsCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "EXERCISE", description = "Such as 01-two-layers.")
    private String name;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Mixin private GradingContext context = new GradingContext();

    @Override
    public Integer call() throws IOException {
        GradingFolder folder = context.folder(name);
        Statistics statistics = Statistics.of(folder.latest());
        Path page = folder.export().resolve("statistics.html");
        AtomicFile.write(page, StatisticsPage.of(name, statistics));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.pretty(statistics));
        } else {
            StatisticsText.print(statistics, out);
            out.println(page);
        }
        return 0;
    }
}
