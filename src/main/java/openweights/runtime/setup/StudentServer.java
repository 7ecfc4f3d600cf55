package openweights.runtime.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import openweights.base.AtomicFile;
import openweights.base.Home;
import openweights.base.HtmlTemplate;
import openweights.base.ShellWord;

/**
 * The program that runs Jupyter for a student of a shared course, with the student's own settings
 * and notebooks. Servers of a hub and containers begin with it.
 *
 * @param file where it is, among the programs of the Python environment
 */
public record StudentServer(Home project, Path file) {

    /** Stands for the student's folder while the script is written. */
    private static final Path STUDENT = Path.of("/STUDENT");

    public static StudentServer of(Home project) {
        return new StudentServer(project, project.venv().resolve("bin/student-server"));
    }

    /** Writes the program, where the system can run it. */
    void write() throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix) {
            AtomicFile.write(file, text());
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private String text() {
        Map<String, String> environment =
                new JupyterSettings(new Home(project.root(), STUDENT)).environment();
        List<Map<String, String>> variables =
                environment.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> Map.of("variable", assignment(each)))
                        .toList();
        return HtmlTemplate.of(StudentServer.class, "student-server")
                .fill(
                        Map.of(
                                "course", ShellWord.quoted(project.root()),
                                "java", ShellWord.quoted(System.getProperty("java.home")),
                                "variables", variables));
    }

    private static String assignment(Map.Entry<String, String> variable) {
        String value = variable.getValue();
        return variable.getKey()
                + "="
                + (value.startsWith(STUDENT.toString())
                        ? "\"$student\""
                                + ShellWord.quoted(value.substring(STUDENT.toString().length()))
                        : ShellWord.quoted(value));
    }
}
