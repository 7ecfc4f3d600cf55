package openweights.runtime.hub;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openweights.base.Folders;
import openweights.base.Home;
import openweights.runtime.setup.Steps;

/** The hub that {@code ./course hub} prepares, with its proxy, in a folder of its own. */
final class TestHub implements AutoCloseable {

    private final Home project = Home.locate();
    private final Path folder;
    private final int port;
    private final List<String> view;
    private final Map<String, String> environment;
    private Process process;

    /**
     * @param start how servers are started, as in jupyterhub_config.py
     * @param environment for the hub, in addition
     * @param more lines at the end of jupyterhub_config.py
     */
    TestHub(String start, Map<String, String> environment, String more) throws Exception {
        // Students must be able to pass through it.
        Path outer = Files.createTempDirectory("openweights-hub");
        Files.setPosixFilePermissions(outer, PosixFilePermissions.fromString("rwx--x--x"));
        folder = outer.resolve("hub");
        this.environment = environment;
        view = OpenFolders.view(project);
        new HubFolder(project, folder).write();
        new HubPrograms(project, folder, Steps.SILENT).install();
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Path settings = folder.resolve("jupyterhub_config.py");
        String text =
                Files.readString(settings)
                        .replace("START = \"try\"", "START = \"%s\"".formatted(start))
                        .replace(":8000\"", ":%d\"".formatted(port))
                        .replace("\"instructors\"", "\"%s\"".formatted(UnixStudents.GROUP));
        // The hub's own port, which is 8081 unless something is said.
        String hubPort =
                "c.JupyterHub.hub_port = %d%nc.ConfigurableHTTPProxy.api_url = \"http://127.0.0.1:%d\"%n";
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket two = new ServerSocket(0)) {
            hubPort = hubPort.formatted(one.getLocalPort(), two.getLocalPort());
        }
        Files.writeString(settings, text + hubPort + more);
    }

    Path folder() {
        return folder;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String log() {
        try {
            return Files.readString(folder.resolve("hub.log"));
        } catch (IOException e) {
            return String.valueOf(e);
        }
    }

    /** Starts the hub and waits until it answers through the proxy. */
    void start() throws Exception {
        process = launch("hub.log");
        awaitAnswer();
    }

    /** Waits until the hub answers through the proxy, which it starts again if that has ended. */
    void awaitAnswer() throws Exception {
        for (int i = 0; i < 600 && process.isAlive(); i++) {
            if (answers()) {
                return;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("the hub does not answer:\n" + log());
    }

    /** What a hub says that cannot be started, in a folder of its own. */
    static String start(Path folder, String address) throws Exception {
        HubFolder hub = new HubFolder(Home.locate(), folder);
        hub.write();
        Path settings = folder.resolve("jupyterhub_config.py");
        String text = Files.readString(settings);
        Files.writeString(
                settings,
                text.replace("= \"try\"", "= \"users\"").replace("http://127.0.0.1:8000", address));
        Process process =
                new ProcessBuilder(hub.start().toString()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private Process launch(String log) throws IOException {
        List<String> command = new ArrayList<>(view);
        command.add(folder.resolve("start").toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve(log).toFile()));
        return builder.start();
    }

    private boolean answers() {
        try {
            HttpRequest health =
                    HttpRequest.newBuilder(URI.create(address() + "/hub/health"))
                            .version(HttpClient.Version.HTTP_1_1)
                            .build();
            return HttpClient.newHttpClient()
                            .send(health, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** As a machine that runs out of memory does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** The proxy, which outlives a killed hub. */
    Optional<ProcessHandle> proxy() throws IOException {
        String pid = Files.readString(folder.resolve("state/proxy.pid")).lines().findFirst().get();
        return ProcessHandle.of(Long.parseLong(pid));
    }

    @Override
    public void close() throws IOException {
        if (process != null) {
            Optional<ProcessHandle> proxy = proxy();
            process.destroy();
            process.onExit().join();
            proxy.ifPresent(ProcessHandle::destroyForcibly);
        }
        Folders.delete(folder.getParent());
    }
}
