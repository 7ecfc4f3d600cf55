package openweights.runtime.setup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import openweights.base.Folders;
import openweights.base.Home;
import openweights.base.Sha256;

/**
 * The course's private Python environment. It is complete if its stamp, which is written last,
 * matches the current requirements and this folder. Otherwise it is created again.
 */
public record Venv(Home project) {

    /**
     * Overrides user settings that would install packages outside the environment, and lets a pip
     * that can do so resume a download that breaks off.
     */
    private static final Map<String, String> PIP_SETTINGS =
            Map.of("PIP_USER", "0", "PIP_REQUIRE_VIRTUALENV", "0", "PIP_RESUME_RETRIES", "5");

    public boolean complete() throws IOException {
        return Files.exists(stamp())
                && Files.readString(stamp()).equals(expectedStamp())
                && Files.exists(project.python())
                && run("-c", "import importlib.util as u; assert u.find_spec('jupyterlab')").well();
    }

    /**
     * Creates the environment and installs the requirements, after deleting an earlier environment.
     */
    void make(Python base, Steps steps) throws IOException {
        steps.run("Creating the Python environment", () -> create(base));
        steps.run(
                "Installing JupyterLab and the Java kernel",
                () -> install("requirements.txt", requirements()));
        Files.writeString(stamp(), expectedStamp());
    }

    private Void create(Python base) throws IOException {
        Folders.delete(project.venv());
        Program.Ended ended =
                Program.of(base.program(), "-I", "-m", "venv", project.venv().toString()).run();
        if (!ended.well()) {
            throw Failure.of("creating .venv with " + base.program(), ended.output());
        }
        return null;
    }

    /**
     * Installs further packages beside the course's own, unless they are there in these versions.
     *
     * @param name of the group of packages
     * @param requirements exact versions with hashes, which must not contradict the course's own
     * @param step what is said meanwhile
     */
    public void add(String name, String requirements, String step, Steps steps) throws IOException {
        Path added = project.venv().resolve("complete-" + name);
        String expected = Sha256.of(requirements) + "\n";
        if (!Files.exists(added) || !Files.readString(added).equals(expected)) {
            steps.run(step, () -> install(name + "-requirements.txt", requirements));
            Files.writeString(added, expected);
        }
    }

    private Void install(String name, String text) throws IOException {
        Path requirements = project.state().resolve(name);
        Files.createDirectories(project.state());
        Files.writeString(requirements, text);
        Program.Ended ended =
                run(
                        "-m",
                        "pip",
                        "install",
                        "--no-input",
                        "--progress-bar",
                        "off",
                        "--disable-pip-version-check",
                        "--retries",
                        "2",
                        "--require-hashes",
                        "--requirement",
                        requirements.toString());
        Files.writeString(project.state().resolve("pip.log"), ended.output());
        if (!ended.well()) {
            throw Failure.of("installing packages with pip", ended.output());
        }
        return null;
    }

    /** Runs the environment's Python, isolated from the user's Python settings. */
    public Program.Ended run(String... arguments) throws IOException {
        Stream<String> python = Stream.of(project.python().toString(), "-I");
        List<String> command = Stream.concat(python, Arrays.stream(arguments)).toList();
        return new Program(command, PIP_SETTINGS).run();
    }

    private Path stamp() {
        return project.venv().resolve("complete");
    }

    /** Scripts in the environment contain its path, so a moved folder needs a new environment. */
    private String expectedStamp() throws IOException {
        return Sha256.of(requirements()) + " " + project.venv() + "\n";
    }

    private static String requirements() throws IOException {
        try (InputStream text = Venv.class.getResourceAsStream("requirements.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
