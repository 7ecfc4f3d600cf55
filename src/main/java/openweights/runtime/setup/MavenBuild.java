package openweights.runtime.setup;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import openweights.base.Home;

/** The project's own Maven build, run by the wrapper that lies in its folder. */
public record MavenBuild(Home project) {

    /**
     * Runs all tests, with their output on this process's terminal.
     *
     * @param options passed on to Maven, such as {@code -Dit.test=LabIT}
     * @return whether all tests passed
     */
    public boolean verify(List<String> options) throws IOException {
        List<String> command = new ArrayList<>(wrapper());
        command.addAll(List.of("-B", "verify", "-Dopenweights.require=venv"));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.directory(project.root().toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            return builder.start().waitFor() == 0;
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted while Maven was running");
        }
    }

    /** The Maven wrapper, set to the repository that the launcher uses. */
    private List<String> wrapper() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Path wrapper = project.root().resolve(windows ? "mvnw.cmd" : "mvnw");
        String repository = System.getProperty("maven.repo.local");
        return repository == null
                ? List.of(wrapper.toString())
                : List.of(wrapper.toString(), "-Dmaven.repo.local=" + repository);
    }
}
