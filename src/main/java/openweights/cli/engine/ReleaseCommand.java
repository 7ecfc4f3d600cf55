package openweights.cli.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import openweights.base.Home;
import openweights.cli.command.CourseCommand;
import openweights.openness.AuditReport;
import openweights.openness.publish.ReleaseWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "release",
        description =
                "Turn a finished run into two releases: one with everything, one with the weights alone.")
public final class ReleaseCommand extends CourseCommand {

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
    protected void run() throws IOException {
        Home project = Home.locate();
        List<Path> releases =
                step(
                        "Writing the releases",
                        () -> ReleaseWriter.of(project, run, out, checkpoints).write());
        for (Path release : releases) {
            AuditReport audit = AuditReport.brief(release);
            print(audit.text());
            expect(audit.clear());
        }
    }
}
