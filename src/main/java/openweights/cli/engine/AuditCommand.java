package openweights.cli.engine;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import openweights.openness.AuditReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "audit",
        description =
                "Show what a release contains and lacks, under which licenses, and how four frameworks rate it.",
        mixinStandardHelpOptions = true)
public final class AuditCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "FOLDER|MODEL",
            description =
                    "A release's folder, a model of the course or of the catalogue, or a project with LICENSES.yaml such as this course (.).")
    private String subject;

    @Option(names = "--json", description = "Print JSON instead of text.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        AuditReport report = AuditReport.of(subject);
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? report.json() : report.text().stripTrailing());
        out.flush();
        return report.clear() ? 0 : 1;
    }
}
