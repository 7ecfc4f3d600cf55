package openweights.cli.engine;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import openweights.base.Home;
import openweights.openness.Audit;
import openweights.openness.folder.ReleaseFolder;
import openweights.openness.publish.ReleaseWriter;
import openweights.runtime.setup.TerminalSteps;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "release",
        description =
                "Turn a finished run into two releases: one with everything, one with the weights alone.",
        mixinStandardHelpOptions = true)
public final class ReleaseCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "RUN",
            description = "The folder of a finished run that contains evaluation.json.")
    private Path run;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where to write the releases. Default: lessons/models of the course")
    private @Nullable Path out;

    @Option(
            names = "--checkpoints",
            paramLabel = "STEP",
            split = ",",
            description =
                    "Release only the checkpoints of these steps. Default: all that were saved")
    private Set<Integer> checkpoints = Set.of();

    @Override
    public Integer call() throws IOException {
        Home project = Home.locate();
        Path shelf = out == null ? project.lessons().resolve("models") : out;
        List<Path> releases =
                TerminalSteps.onStandardError()
                        .run(
                                "Writing the releases",
                                () ->
                                        new ReleaseWriter(
                                                        run,
                                                        shelf,
                                                        project.sources().resolve("openweights"),
                                                        checkpoints)
                                                .write());
        PrintWriter text = spec.commandLine().getOut();
        boolean clear = true;
        for (Path release : releases) {
            Audit audit = Audit.of(ReleaseFolder.read(release));
            text.println(release + ": " + audit.kind() + "; MOF " + audit.mof().outcome());
            audit.release().findings().forEach(finding -> text.println("  - " + finding));
            clear &= audit.clear();
        }
        text.flush();
        return clear ? 0 : 1;
    }
}
