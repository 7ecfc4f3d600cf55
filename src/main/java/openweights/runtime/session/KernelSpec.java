package openweights.runtime.session;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import openweights.base.AtomicFile;
import openweights.base.Home;
import openweights.base.Json;

/**
 * The course's kernelspec: a JVM with JJava, the course and its libraries on the class path.
 *
 * @param java the {@code java} executable that runs the kernel
 * @param folder the folder of {@code kernel.json} and the files that it names
 */
public record KernelSpec(Home project, Path java, Path folder) {

    /** The kernel's name in notebooks. */
    public static final String NAME = "openweights";

    /** The name that JupyterLab shows. */
    public static final String DISPLAY_NAME = "Java (Open weights)";

    /** Where JupyterLab finds the kernelspec: inside the project's Python environment. */
    public static Path folder(Home project) {
        return project.venv().resolve("share/jupyter/kernels").resolve(NAME);
    }

    /** The kernelspec for this project, with the JDK that runs this program. */
    public static KernelSpec of(Home project) {
        String name = System.getProperty("os.name").startsWith("Windows") ? "java.exe" : "java";
        Path java = Path.of(System.getProperty("java.home"), "bin", name);
        return new KernelSpec(project, java, folder(project));
    }

    /** Writes {@code kernel.json} and the argument file that it names. */
    public void install() throws IOException {
        install(
                List.of(
                        "-XX:SharedArchiveFile=" + archive(),
                        // Elsewhere than where it was laid out, each kernel would have to write to
                        // most of its pages, and so have them for itself.
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:ArchiveRelocationMode=0"));
    }

    /**
     * Installs the kernel and starts it once. It must answer, and the classes that it loads are
     * archived, which makes later starts fast. This takes about ten seconds.
     *
     * @throws IOException if the kernel does not start or gives a wrong answer
     */
    public void prepare() throws IOException {
        Path fresh = folder.resolve("classes.jsa.part");
        install(List.of("-XX:ArchiveClassesAtExit=" + fresh));
        KernelSession kernel = start();
        try {
            FirstCells.run(kernel);
        } finally {
            // The archive is written at the end, and only after an orderly shutdown.
            kernel.close(Duration.ofMinutes(2));
            install();
        }
        if (Files.exists(fresh)) {
            Files.move(fresh, archive(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Starts the kernel in the folder of the notebooks, as JupyterLab would. */
    public KernelSession start() throws IOException {
        Path notebooks = project.notebooks();
        Path home = Files.isDirectory(notebooks) ? notebooks : project.root();
        return KernelSession.start(project.python(), folder, home);
    }

    /** Installs the kernel with additional JVM options. */
    void install(List<String> more) throws IOException {
        Files.createDirectories(folder);
        KernelArguments arguments = new KernelArguments(project, KernelMemory.here());
        ArgumentFile.write(argumentFile(), arguments.list(more));
        AtomicFile.write(folder.resolve("kernel.json"), Json.pretty(description()));
    }

    private Path argumentFile() {
        return folder.resolve("kernel.args");
    }

    /**
     * The archive of the classes that the kernel loads at start, ready to be mapped into memory.
     */
    Path archive() {
        return folder.resolve("classes.jsa");
    }

    private ObjectNode description() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putArray("argv")
                .add(java.toString())
                .add("@" + argumentFile())
                .add("{connection_file}");
        json.put("display_name", DISPLAY_NAME);
        json.put("language", "java");
        json.put("interrupt_mode", "message");
        ObjectNode environment = json.putObject("env");
        // ND4J's two thread pools would compete for processors by busy-waiting.
        environment.put("OMP_WAIT_POLICY", "PASSIVE");
        if (System.getProperty("os.name").equals("Linux")) {
            // In the plain C locale Java cannot handle file names with non-ASCII characters.
            environment.put("LC_ALL", "C.UTF-8");
        }
        return json;
    }
}
