package openweights.runtime.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import openweights.base.AtomicFile;
import openweights.base.Home;
import openweights.base.Sha256;
import openweights.runtime.setup.Failure;
import openweights.runtime.setup.Program;
import openweights.runtime.setup.SetUpException;
import openweights.runtime.setup.Steps;
import openweights.runtime.setup.Venv;

/**
 * The programs of a hub, in exact versions: JupyterHub with its spawners in the course's Python
 * environment, where students' servers need it, too, and its proxy in the hub's folder.
 */
public record HubPrograms(Home project, Path folder, Steps steps) {

    private static final String NO_NPM =
            "npm was not found. JupyterHub's proxy is a program for Node.js, version 18 or newer, and npm installs it.\nNext step: sudo apt install npm (Debian, Ubuntu), sudo dnf install npm (Fedora), or an installer from https://nodejs.org\nThen run ./course hub %s again.";

    /**
     * Installs what is missing.
     *
     * @throws SetUpException if that fails; the message says what to do
     */
    public void install() throws IOException {
        requireNpm();
        new Venv(project).add("hub", resource("requirements.txt"), "Installing JupyterHub", steps);
        proxy();
    }

    private void requireNpm() {
        try {
            Program.of("npm", "--version").run();
        } catch (IOException e) {
            throw new SetUpException(NO_NPM.formatted(folder), e);
        }
    }

    /** npm checks each package's hash. */
    private void proxy() throws IOException {
        Path stamp = folder.resolve("node_modules/.complete");
        String lock = resource("package-lock.json");
        if (Files.exists(stamp) && Files.readString(stamp).equals(Sha256.of(lock))) {
            return;
        }
        AtomicFile.write(folder.resolve("package.json"), resource("package.json"));
        AtomicFile.write(folder.resolve("package-lock.json"), lock);
        Program npm =
                new Program(
                        List.of(
                                "npm",
                                "ci",
                                "--prefix",
                                folder.toString(),
                                "--no-audit",
                                "--no-fund",
                                "--ignore-scripts"),
                        Map.of());
        Program.Ended ended = steps.run("Installing JupyterHub's proxy", npm::run);
        Files.writeString(folder.resolve("npm.log"), ended.output());
        if (ended.status() != 0) {
            throw Failure.of("installing JupyterHub's proxy with npm", ended.output());
        }
        Files.writeString(stamp, Sha256.of(lock));
    }

    private static String resource(String name) throws IOException {
        try (InputStream text = HubPrograms.class.getResourceAsStream(name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
