package openweights.cli.course;

import java.io.IOException;
import java.util.List;
import openweights.base.Home;
import openweights.cli.command.CourseCommand;
import openweights.runtime.setup.MavenBuild;
import openweights.runtime.setup.SetUp;
import openweights.runtime.setup.TerminalSteps;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "test",
        description = "Set up, then run all tests, including those that need the real kernel.")
public final class TestCommand extends CourseCommand {

    @Parameters(
            paramLabel = "MAVEN",
            description = "Options for Maven, after --, such as -Dit.test=LabIT.")
    private List<String> options = List.of();

    @Override
    protected void run() throws IOException {
        Home project = Home.locate();
        new SetUp(project, TerminalSteps.onStandardError()).run();
        expect(new MavenBuild(project).verify(options));
    }
}
