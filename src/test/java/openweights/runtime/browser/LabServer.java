package openweights.runtime.browser;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import openweights.base.Home;

/**
 * The project's JupyterLab, or another program, in a temporary folder, without any user's settings
 * or trusted notebooks.
 */
final class LabServer implements AutoCloseable {

    private static final String TOKEN = "token-of-the-browser-test";

    private final Home project;
    private final JupyterProgram program;
    private final Path folder;
    private final int port;
    private final Process process;

    private LabServer(Home project, JupyterProgram program, Path folder) throws IOException {
        this.project = project;
        this.program = program;
        this.folder = folder;
        port = freePort();
        process = start();
    }

    /**
     * Starts JupyterLab and waits until it responds.
     *
     * @param theme such as {@code JupyterLab Dark}
     */
    static LabServer start(Home project, String theme) throws IOException {
        return start(project, JupyterProgram.LAB, theme);
    }

    /** The same with another program. */
    static LabServer start(Home project, JupyterProgram program, String theme) throws IOException {
        Path folder = Files.createTempDirectory("browser-lab");
        Files.createDirectories(folder.resolve("notebooks"));
        setting(folder, "apputils-extension/themes", "{\"theme\": \"" + theme + "\"}");
        // Otherwise the page would contain only the cells on the screen.
        setting(folder, "notebook-extension/tracker", "{\"windowingMode\": \"none\"}");
        LabServer server = new LabServer(project, program, folder);
        server.awaitAnswer();
        return server;
    }

    /** Copies a notebook to the server's folder, where it is untrusted. */
    void add(Path notebook) throws IOException {
        Files.copy(notebook, copyOf(notebook));
    }

    /** Trusts a notebook, so that it shows all of its saved outputs. */
    void trust(Path notebook) throws IOException {
        run(List.of("-m", "jupyter", "trust", copyOf(notebook).toString()), "trust.log");
    }

    /** The URL of a notebook. */
    String address(Path notebook) {
        return "http://127.0.0.1:%d/%s/%s?token=%s"
                .formatted(port, program.page(), notebook.getFileName(), TOKEN);
    }

    /** The URL of a notebook beside the file browser, with the query of a page of the course. */
    String address(Path notebook, String query) {
        return "http://127.0.0.1:%d/lab/tree/%s?%s&token=%s"
                .formatted(port, notebook.getFileName(), query, TOKEN);
    }

    /** A notebook in the server's folder. */
    Path copyOf(Path notebook) {
        return folder.resolve("notebooks").resolve(notebook.getFileName());
    }

    private Process start() throws IOException {
        return python(
                        List.of(
                                "-m",
                                program.module(),
                                "--no-browser",
                                "--allow-root",
                                "--ip=127.0.0.1",
                                "--port=" + port,
                                "--ServerApp.port_retries=0",
                                "--IdentityProvider.token=" + TOKEN,
                                "--ServerApp.root_dir=" + folder.resolve("notebooks")),
                        "lab.log")
                .start();
    }

    private void run(List<String> arguments, String log) throws IOException {
        try {
            int status = python(arguments, log).start().waitFor();
            if (status != 0) {
                throw new IOException(Files.readString(folder.resolve(log)));
            }
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    private ProcessBuilder python(List<String> arguments, String log) {
        List<String> command = new ArrayList<>(List.of(project.python().toString()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(log).toFile());
        builder.environment().putAll(environment());
        builder.environment().putAll(program.environment());
        return builder;
    }

    private Map<String, String> environment() {
        return Map.of(
                "HOME", folder.toString(),
                "JUPYTER_CONFIG_DIR", folder.resolve("config").toString(),
                "JUPYTER_DATA_DIR", folder.resolve("data").toString(),
                "JUPYTER_RUNTIME_DIR", folder.resolve("runtime").toString(),
                "JUPYTERLAB_SETTINGS_DIR", folder.resolve("settings").toString(),
                "JUPYTERLAB_WORKSPACES_DIR", folder.resolve("workspaces").toString(),
                "IPYTHONDIR", folder.resolve("ipython").toString(),
                "JUPYTER_PREFER_ENV_PATH", "1",
                "PYTHONNOUSERSITE", "1",
                "OMP_WAIT_POLICY", "PASSIVE");
    }

    private static void setting(Path folder, String plugin, String json) throws IOException {
        Path file = folder.resolve("settings/@jupyterlab/" + plugin + ".jupyterlab-settings");
        Files.createDirectories(file.getParent());
        Files.writeString(file, json);
    }

    private void awaitAnswer() throws IOException {
        if (Patience.await(() -> answers() || !process.isAlive()) && process.isAlive()) {
            return;
        }
        String said = Files.readString(folder.resolve("lab.log"));
        close();
        throw new IOException("JupyterLab did not start:\n" + said);
    }

    private boolean answers() {
        try {
            URI api = URI.create("http://127.0.0.1:" + port + "/api/status?token=" + TOKEN);
            HttpURLConnection connection = (HttpURLConnection) api.toURL().openConnection();
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        List<ProcessHandle> kernels = process.descendants().toList();
        process.destroy();
        try {
            process.waitFor(15, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        kernels.forEach(ProcessHandle::destroyForcibly);
        Folders.delete(folder);
    }
}
