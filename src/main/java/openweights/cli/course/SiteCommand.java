package openweights.cli.course;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import openweights.base.Home;
import openweights.course.site.Site;
import openweights.course.site.SiteException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "site",
        description =
                "Write the lessons with their outputs as web pages, which can be read without Java or Jupyter.",
        mixinStandardHelpOptions = true)
public final class SiteCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where to write; an earlier edition is replaced. Default: target/site.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        Home project = Home.locate();
        Path folder = out == null ? project.root().resolve("target/site") : out;
        try {
            Site site = Site.of(project);
            site.write(folder);
            say(
                    spec.commandLine().getOut(),
                    folder.resolve("index.html") + ": " + site.pages() + " pages");
            return 0;
        } catch (SiteException e) {
            say(spec.commandLine().getErr(), String.valueOf(e.getMessage()));
            return 1;
        }
    }

    private static void say(PrintWriter console, String text) {
        console.println(text);
        console.flush();
    }
}
