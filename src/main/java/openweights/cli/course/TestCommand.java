package openweights.cli.course;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import openweights.base.Home;
import openweights.runtime.setup.MavenBuild;
import openweights.runtime.setup.SetUp;
import openweights.runtime.setup.TerminalSteps;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "test",
        description = "Set up, then run all tests, including those that need the real kernel.",
        mixinStandardHelpOptions = true)
public final class TestCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "MAVEN",
            description = "Options for Maven, after --, such as -Dit.test=LabIT.")
    private List<String> options = List.of();

    @Override
    public Integer call() throws IOException {
        Home project = Home.locate();
        new SetUp(project, TerminalSteps.onStandardError()).run();
        return new MavenBuild(project).verify(options) ? 0 : 1;
    }
}
