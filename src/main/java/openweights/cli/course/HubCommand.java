package openweights.cli.course;

import java.io.IOException;
import java.nio.file.Path;
import openweights.base.Home;
import openweights.cli.command.CourseCommand;
import openweights.runtime.hub.Hub;
import openweights.runtime.setup.TerminalSteps;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "hub",
        description = {
            "Prepare a JupyterHub, a server on which many students share this course.",
            "",
            "It writes a configuration to read and change, and installs JupyterHub and its proxy; nothing is started. The exit code is 1 if students could not use the course as it lies here, or would find solutions in it."
        })
public final class HubCommand extends CourseCommand {

    @Parameters(paramLabel = "FOLDER", description = "Such as /srv/hub. Files in it are kept.")
    private Path folder;

    @Option(names = "--without-model", description = "Leave out the small model smollm2 (93 MB).")
    private boolean withoutModel;

    @Override
    protected void run() throws IOException {
        TerminalSteps steps = TerminalSteps.onStandardError();
        Hub hub = Hub.prepare(Home.locate(), folder, !withoutModel, steps);
        print(hub);
        hub.objections().forEach(this::finding);
    }
}
