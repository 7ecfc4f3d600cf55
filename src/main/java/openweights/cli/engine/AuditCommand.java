package openweights.cli.engine;

import java.io.IOException;
import openweights.cli.command.CourseCommand;
import openweights.openness.AuditReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "audit",
        description =
                "Show what a release contains and lacks, under which licenses, and how four frameworks rate it.")
public final class AuditCommand extends CourseCommand {

    @Parameters(
            paramLabel = "FOLDER|MODEL",
            description =
                    "A release's folder, a model of the course or of the catalogue, or a project with LICENSES.yaml such as this course (.).")
    private String subject;

    @Option(names = "--json", description = "Print JSON instead of text.")
    private boolean json;

    @Override
    protected void run() throws IOException {
        AuditReport report = AuditReport.of(subject);
        println(json ? report.json() : report.text().stripTrailing());
        expect(report.clear());
    }
}
