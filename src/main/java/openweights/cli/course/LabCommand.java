package openweights.cli.course;

import java.io.IOException;
import openweights.base.Home;
import openweights.cli.command.CourseCommand;
import openweights.runtime.Lab;
import openweights.runtime.setup.SetUp;
import openweights.runtime.setup.TerminalSteps;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "lab",
        description =
                "Set up what is missing and open JupyterLab where you left off, at first in lesson 00. Your own copies of the notebooks are in work/.")
public final class LabCommand extends CourseCommand {

    @Option(names = "--no-browser", description = "Print the address instead of opening a browser.")
    private boolean noBrowser;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port to listen on. Default: the first free one from 8888.")
    private int port;

    @Option(names = "--set-up-only", description = "Set up without starting JupyterLab.")
    private boolean setUpOnly;

    @Option(names = "--without-model", description = "Leave out the small model smollm2 (93 MB).")
    private boolean withoutModel;

    @Override
    protected void run() throws IOException {
        Home project = Home.locate();
        TerminalSteps steps = TerminalSteps.onStandardError();
        int free = Lab.port(port);
        new SetUp(project, steps).run(!withoutModel);
        if (setUpOnly) {
            println("Ready. Start with ./course lab");
            return;
        }
        Lab lab = Lab.start(project, free, !noBrowser);
        println(lab.greeting(steps));
        lab.waitForEnd();
    }
}
