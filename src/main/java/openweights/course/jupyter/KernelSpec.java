package openweights.course.jupyter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kernelspec of the course's own: one JVM with JJava, the course and its libraries on the class
 * path.
 *
 * @param java the {@code java} program that runs the kernel
 * @param folder where {@code kernel.json} and what belongs to it are put
 */
public record KernelSpec(Project project, Path java, Path folder) {

    /** The kernel's name in notebooks. */
    public static final String NAME = "openweights";

    /** The name that JupyterLab shows. */
    public static final String DISPLAY_NAME = "Java (Open weights)";

    /** Where JupyterLab finds the kernelspec: inside the project's Python environment. */
    public static Path folder(Project project) {
        return project.venv().resolve("share/jupyter/kernels").resolve(NAME);
    }

    /** The kernelspec for this project, run by the JDK that runs this program. */
    public static KernelSpec of(Project project) {
        String name = System.getProperty("os.name").startsWith("Windows") ? "java.exe" : "java";
        Path java = Path.of(System.getProperty("java.home"), "bin", name);
        return new KernelSpec(project, java, folder(project));
    }

    /** Writes {@code kernel.json} and the argument file that it names. */
    public void install() throws IOException {
        Files.createDirectories(folder);
        ArgumentFile.write(argumentFile(), arguments());
        Path json = folder.resolve("kernel.json");
        Path half = folder.resolve("kernel.json.part");
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(half.toFile(), description());
        Files.move(half, json, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path argumentFile() {
        return folder.resolve("kernel.args");
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
        // ND4J's two thread pools fight over the processors while they wait actively.
        environment.put("OMP_WAIT_POLICY", "PASSIVE");
        if (System.getProperty("os.name").equals("Linux")) {
            // In the plain C locale Java cannot name a file with a letter beyond ASCII.
            environment.put("LC_ALL", "C.UTF-8");
        }
        return json;
    }

    private List<String> arguments() throws IOException {
        List<String> arguments = new ArrayList<>();
        // JDK 17 does not know all of the options that silence JDK 25.
        arguments.add("-XX:+IgnoreUnrecognizedVMOptions");
        arguments.add("--enable-native-access=ALL-UNNAMED");
        arguments.add("--sun-misc-unsafe-memory-access=allow");
        arguments.add("--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED");
        arguments.add("-Xmx1g");
        arguments.add("-Djava.awt.headless=true");
        arguments.add("-Dslf4j.internal.verbosity=ERROR");
        arguments.add("-D" + Project.HOME_PROPERTY + "=" + project.root());
        arguments.add("-Dorg.bytedeco.javacpp.cachedir=" + project.state().resolve("natives"));
        arguments.add("-cp");
        arguments.add(classPath());
        arguments.add("openweights.course.kernel.KernelMain");
        return arguments;
    }

    private String classPath() throws IOException {
        try (Stream<Path> jars = Files.list(project.libraries())) {
            Path jjava = project.venv().resolve("share/jupyter/kernels/java/jjava.jar");
            return Stream.concat(Stream.of(project.jar(), jjava), jars.sorted())
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }
}
