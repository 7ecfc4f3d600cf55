package openweights.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import openweights.base.Home;
import openweights.base.Json;
import openweights.runtime.setup.Failure;
import openweights.runtime.setup.JupyterSettings;
import openweights.runtime.setup.SetUp;
import openweights.runtime.setup.SetUpException;
import openweights.runtime.setup.Steps;
import openweights.runtime.setup.WorkingCopies;

/**
 * A running JupyterLab with the student's notebooks.
 *
 * <pre>{@code
 * try (Lab lab = Lab.start(project, Lab.port(0), true)) {
 *     lab.address();      // http://localhost:8888/lab/tree/00-ready/00-ready.ipynb?reset&token=…
 *     lab.waitForEnd();
 * }
 * }</pre>
 */
public final class Lab implements AutoCloseable {

    private static final int START_SECONDS = 60;
    private static final int END_SECONDS = 10;
    private final Home project;
    private final Process process;
    private final String page;

    private Lab(Home project, Process process, String page) {
        this.project = project;
        this.process = process;
        this.page = page;
    }

    /**
     * Chooses the port to listen on.
     *
     * @param wanted 0 for the first free port from 8888 on
     * @throws SetUpException if the wanted port is in use
     */
    public static int port(int wanted) {
        return wanted == 0 ? Port.firstFree() : Port.wanted(wanted);
    }

    /**
     * Starts JupyterLab after a {@link SetUp}. Its log is {@code .course/lab.log}.
     *
     * @param port the port to listen on
     * @param browser whether to open the browser
     */
    public static Lab start(Home project, int port, boolean browser) throws IOException {
        String page = page(project);
        JupyterSettings settings = new JupyterSettings(project);
        ProcessBuilder builder =
                new ProcessBuilder(command(project, port, browser, page))
                        .directory(project.work().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log(project).toFile());
        builder.environment().putAll(settings.environment());
        Process process = builder.start();
        return new Lab(project, process, page);
    }

    /**
     * The page that opens: the notebook that the student saved last, and no other. Each that was
     * open before would start a kernel, all at once.
     */
    static String page(Home project) throws IOException {
        Path current = WorkingCopies.of(project).current();
        String path = project.work().relativize(current).toString().replace('\\', '/');
        try {
            return "lab/tree/" + new URI(null, null, path, null).getRawPath() + "?reset";
        } catch (URISyntaxException e) {
            throw new IOException("cannot be opened by a browser: " + current, e);
        }
    }

    private static List<String> command(Home project, int port, boolean browser, String page)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.addAll(List.of(project.python().toString(), "-I", script(project).toString()));
        command.add("--ServerApp.root_dir=" + project.work());
        command.add("--LabApp.default_url=/" + page);
        command.add("--ServerApp.port=" + port);
        command.add("--ServerApp.port_retries=0");
        command.add("--ServerApp.allow_root=True");
        command.add("--ServerApp.open_browser=" + (browser ? "True" : "False"));
        return command;
    }

    private static Path script(Home project) throws IOException {
        Path script = project.personal().resolve("lab.py");
        try (InputStream source = Lab.class.getResourceAsStream("lab.py")) {
            Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
        }
        return script;
    }

    private static Path log(Home project) {
        return project.personal().resolve("lab.log");
    }

    /**
     * Waits until JupyterLab is running, and returns the address of the first lesson.
     *
     * @throws SetUpException if it ends, or is not running after a minute
     */
    public String address() throws IOException {
        Path serverFile =
                new JupyterSettings(project)
                        .runtime()
                        .resolve("jpserver-" + process.pid() + ".json");
        for (int tenths = 0; tenths < 10 * START_SECONDS && !Files.exists(serverFile); tenths++) {
            if (ended(100)) {
                break;
            }
        }
        if (!Files.exists(serverFile)) {
            String said = Files.readString(log(project));
            throw Failure.of("starting JupyterLab", said);
        }
        JsonNode server = Json.read(serverFile);
        return server.path("url").asText() + page + "&token=" + server.path("token").asText();
    }

    /**
     * Waits as {@link #address} does, and says where JupyterLab is. It ends with this process.
     *
     * @param steps shows that it is starting
     */
    public String greeting(Steps steps) throws IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "lab-end"));
        String address = steps.run("Starting JupyterLab", this::address);
        return "JupyterLab is running at %s\nYour notebooks: %s\nPress Ctrl-C here to stop it."
                .formatted(address, project.work());
    }

    /** Waits until JupyterLab ends, for example by its File menu or Ctrl-C. */
    public void waitForEnd() throws IOException {
        while (!ended(1000)) {}
    }

    /** Shuts JupyterLab and its kernels down; by force if that takes longer than ten seconds. */
    @Override
    public void close() {
        List<ProcessHandle> kernels = process.descendants().toList();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException | InterruptedException e) {
            process.destroyForcibly();
        }
        kernels.forEach(ProcessHandle::destroyForcibly);
    }

    private boolean ended(int milliseconds) throws IOException {
        try {
            return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted while JupyterLab was running");
        }
    }
}
