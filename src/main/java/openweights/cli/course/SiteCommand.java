package openweights.cli.course;

import java.io.IOException;
import java.nio.file.Path;
import openweights.base.Home;
import openweights.cli.command.CourseCommand;
import openweights.course.site.Site;
import openweights.course.site.SiteException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "site",
        description =
                "Write the lessons with their outputs as web pages, which can be read without Java or Jupyter.")
public final class SiteCommand extends CourseCommand {

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where to write; an earlier edition is replaced. Default: target/site.")
    private @Nullable Path out;

    @Override
    protected void run() throws IOException {
        Home project = Home.locate();
        Path folder = out == null ? project.root().resolve("target/site") : out;
        try {
            Site site = Site.of(project);
            site.write(folder);
            println(folder.resolve("index.html") + ": " + site.pages() + " pages");
        } catch (SiteException e) {
            finding(String.valueOf(e.getMessage()));
        }
    }
}
