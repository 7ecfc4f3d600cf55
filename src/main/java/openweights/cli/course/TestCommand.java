package openweights.cli.course;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import openweights.base.Home;
import openweights.cli.terminal.TerminalSteps;
import openweights.runtime.setup.SetUp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "test",
        description = "Run all tests; those with the real kernel too, so it sets up first.",
        mixinStandardHelpOptions = true)
public final class TestCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "MAVEN",
            description = "Handed on to Maven, after --, such as -Dit.test=LabIT.")
    private List<String> more = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home project = Home.locate();
        new SetUp(project, TerminalSteps.onStandardError()).run();
        List<String> command = new ArrayList<>(maven(project));
        command.addAll(List.of("-B", "verify", "-Dopenweights.require.venv=true"));
        command.addAll(more);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.directory(project.root().toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start().waitFor() == 0 ? 0 : 1;
    }

    /** The Maven wrapper, with the downloads where the launcher has put them. */
    private static List<String> maven(Home project) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Path wrapper = project.root().resolve(windows ? "mvnw.cmd" : "mvnw");
        String repository = System.getProperty("maven.repo.local");
        return repository == null
                ? List.of(wrapper.toString())
                : List.of(wrapper.toString(), "-Dmaven.repo.local=" + repository);
    }
}
