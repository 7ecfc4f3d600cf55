package openweights.cli.grading;

import java.io.IOException;
import java.nio.file.Path;
import openweights.grading.export.Export;
import openweights.grading.export.ExportForm;
import openweights.grading.report.ReviewNotice;
import openweights.grading.roster.Roster;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description = {
            "Write grades in a format for other programs, into grading/EXERCISE/export.",
            "All formats but tests and jplag hold the points that count: with those given by hand (./course review) and after the deductions of late.yaml. tests holds the result of each test.",
            "canvas and moodle fill one column of the gradebook that you exported there (--gradebook, --column).",
            "Students whose points are not final are left out and named. The exit code is 1 then, or if anybody else is missing."
        })
public final class ExportCommand extends GradingCommand {

    @Parameters(index = "1", paramLabel = "FORM", description = "${COMPLETION-CANDIDATES}.")
    private ExportForm form;

    @Option(names = "--gradebook", paramLabel = "FILE", description = "The platform's own export.")
    private @Nullable Path gradebook;

    @Option(
            names = "--column",
            paramLabel = "TITLE",
            description = "The column to fill. Default for Moodle: Grade.")
    private @Nullable String column;

    @Option(names = "--with-open", description = "Include points that are not final.")
    private boolean withOpen;

    @Override
    protected void run() throws IOException {
        Export export = new Export(form, gradebook, column, withOpen);
        Export.Outcome outcome =
                export.write(folder(), Roster.read(context().roster()), context().exercises());
        println(outcome.file());
        outcome.findings().forEach(this::finding);
        ReviewNotice.print(outcome.leftOut(), folder(), err());
    }
}
