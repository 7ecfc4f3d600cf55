package openweights.cli.course;

import java.io.IOException;
import openweights.base.Home;
import openweights.base.Json;
import openweights.cli.command.CourseCommand;
import openweights.course.progress.CourseProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "progress",
        description = {
            "Show which checks have passed in your notebooks.",
            "",
            "It reads the notebooks in work/ as they were last saved, needs no network, and sends nothing."
        })
public final class ProgressCommand extends CourseCommand {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    protected void run() throws IOException {
        CourseProgress progress = CourseProgress.of(Home.locate());
        print(json ? Json.pretty(progress) + "\n" : progress.text());
    }
}
