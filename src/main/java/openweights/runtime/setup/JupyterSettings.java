package openweights.runtime.setup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import openweights.base.AtomicFile;
import openweights.base.Home;
import openweights.base.Json;
import openweights.runtime.session.KernelSpec;

/**
 * Jupyter's folders among what belongs to the student, and the few settings that the course needs:
 * only its own kernel, no news, and no update checks. Students' own settings in JupyterLab are
 * kept.
 */
public record JupyterSettings(Home project) {

    private static final Map<String, Object> JUPYTER =
            Map.of(
                    "KernelSpecManager",
                    Map.of(
                            "allowed_kernelspecs",
                            List.of(KernelSpec.NAME),
                            "ensure_native_kernel",
                            false),
                    "MultiKernelManager",
                    Map.of("default_kernel_name", KernelSpec.NAME),
                    "LabApp",
                    Map.of(
                            "check_for_updates_class",
                            "jupyterlab.handlers.announcements.NeverCheckForUpdate"));

    /** Nobody can look into a server's trash or empty it, and on a full disk it takes no file. */
    private static final Map<String, Object> NO_TRASH = Map.of("delete_to_trash", false);

    private static final Map<String, Object> JUPYTERLAB =
            Map.of(
                    "@jupyterlab/apputils-extension:notification",
                    Map.of("fetchNews", "false", "checkForUpdates", false),
                    // Show the glossary, not its source.
                    "@jupyterlab/docmanager-extension:plugin",
                    Map.of("defaultViewers", Map.of("markdown", "Markdown Preview")),
                    // Names of notebooks are long, and a page that follows a link shows where it
                    // is.
                    "@jupyterlab/filebrowser-extension:browser",
                    Map.of("showLastModifiedColumn", false, "navigateToCurrentDirectory", true),
                    // Wrap long lines, such as the alt text of charts.
                    "@jupyterlab/notebook-extension:tracker",
                    Map.of("codeCellConfig", Map.of("lineWrap", true)));

    /** Environment variables that keep Jupyter inside the project. */
    public Map<String, String> environment() {
        return Map.of(
                "JUPYTER_CONFIG_DIR", folder("config").toString(),
                "JUPYTER_DATA_DIR", folder("data").toString(),
                "JUPYTER_RUNTIME_DIR", runtime().toString(),
                "JUPYTERLAB_SETTINGS_DIR", folder("settings").toString(),
                "JUPYTERLAB_WORKSPACES_DIR", folder("workspaces").toString(),
                "IPYTHONDIR", folder("ipython").toString(),
                "JUPYTER_PREFER_ENV_PATH", "1",
                "PYTHONNOUSERSITE", "1",
                "OMP_WAIT_POLICY", "PASSIVE");
    }

    /** The folder where a running JupyterLab writes its address. */
    public Path runtime() {
        return folder("runtime");
    }

    /** Writes what each student has. */
    void write() throws IOException {
        Map<String, Object> settings = new TreeMap<>(JUPYTER);
        if (project.isShared()) {
            settings.put("FileContentsManager", NO_TRASH);
        }
        write(folder("config").resolve("jupyter_config.json"), settings);
    }

    /**
     * Writes what is the same for all students of this course. What settings cannot say is an
     * extension of JupyterLab, and a configuration in Python.
     */
    void writeShared() throws IOException {
        Path extension = project.venv().resolve("share/jupyter/labextensions/openweights");
        copy("labextension/package.json", extension.resolve("package.json"));
        copy("labextension/openweights.js", extension.resolve("static/openweights.js"));
        copy("labextension/openweights.css", extension.resolve("static/openweights.css"));
        copy("jupyter_config.py", project.venv().resolve("etc/jupyter/jupyter_config.py"));
        Path defaults = project.venv().resolve("share/jupyter/lab/settings/overrides.json");
        write(defaults, JUPYTERLAB);
    }

    private static void copy(String resource, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (InputStream source = JupyterSettings.class.getResourceAsStream(resource)) {
            AtomicFile.write(file, source.readAllBytes());
        }
    }

    private static void write(Path file, Map<String, Object> settings) throws IOException {
        Files.createDirectories(file.getParent());
        AtomicFile.write(file, Json.line(settings));
    }

    private Path folder(String name) {
        return project.personal().resolve("jupyter").resolve(name);
    }
}
