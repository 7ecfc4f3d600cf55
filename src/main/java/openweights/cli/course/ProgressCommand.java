package openweights.cli.course;

import java.io.IOException;
import java.util.concurrent.Callable;
import openweights.base.Home;
import openweights.base.Json;
import openweights.course.progress.CourseProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "progress",
        description = {
            "Show which checks have passed in your notebooks.",
            "",
            "It reads the notebooks in work/ as they were last saved, needs no network, and sends nothing."
        },
        mixinStandardHelpOptions = true)
public final class ProgressCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        CourseProgress progress = CourseProgress.of(Home.locate());
        System.out.print(json ? Json.pretty(progress) + "\n" : progress.text());
        return 0;
    }
}
