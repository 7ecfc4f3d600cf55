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
 * The course's private Python environment. It is complete when its stamp, which is written last,
 * belongs to the requirements of today and to this folder; anything else is made anew.
 */
public record Venv(Home project) {

    /** Settings of the user that would send packages elsewhere than into the environment. */
    private static final Map<String, String> INTO_THE_VENV =
            Map.of("PIP_USER", "0", "PIP_REQUIRE_VIRTUALENV", "0");

    public boolean complete() throws IOException {
        return Files.exists(stamp())
                && Files.readString(stamp()).equals(expectedStamp())
                && Files.exists(project.python())
                && run("-c", "import importlib.util as u; assert u.find_spec('jupyterlab')").well();
    }

    /** Makes the environment and installs the requirements; what was there before is removed. */
    void make(Python base, Steps steps) throws IOException {
        steps.run("Making the Python environment", () -> create(base));
        steps.run("Installing JupyterLab and the Java kernel", this::install);
        Files.writeString(stamp(), expectedStamp());
    }

    private Void create(Python base) throws IOException {
        Folders.delete(project.venv());
        Program.Ended ended =
                Program.of(base.program(), "-I", "-m", "venv", project.venv().toString()).run();
        if (!ended.well()) {
            throw Failure.of("making .venv with " + base.program(), ended.output());
        }
        return null;
    }

    private Void install() throws IOException {
        Path requirements = project.state().resolve("requirements.txt");
        Files.createDirectories(project.state());
        Files.writeString(requirements, requirements());
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
            throw Failure.of("installing JupyterLab with pip", ended.output());
        }
        return null;
    }

    /** Runs the environment's Python, shielded from the user's Python settings. */
    public Program.Ended run(String... arguments) throws IOException {
        Stream<String> python = Stream.of(project.python().toString(), "-I");
        List<String> command = Stream.concat(python, Arrays.stream(arguments)).toList();
        return new Program(command, INTO_THE_VENV).run();
    }

    private Path stamp() {
        return project.venv().resolve("complete");
    }

    /** Scripts in the environment hold its path, so a folder that was moved needs a new one. */
    private String expectedStamp() throws IOException {
        return Sha256.of(requirements()) + " " + project.venv() + "\n";
    }

    private static String requirements() throws IOException {
        try (InputStream text = Venv.class.getResourceAsStream("requirements.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
