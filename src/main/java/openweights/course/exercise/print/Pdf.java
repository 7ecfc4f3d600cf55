package openweights.course.exercise.print;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openweights.base.PrivateFile;
import openweights.base.TemporaryFolder;
import openweights.base.UserException;

/** Prints a page to PDF with Chromium, if it is installed. */
public final class Pdf {

    private static final List<String> PROGRAMS =
            List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private Pdf() {}

    /**
     * Prints a page.
     *
     * @throws UserException if there is no Chromium, or it fails
     */
    public static void print(Path html, Path pdf) throws IOException {
        Path program =
                program()
                        .orElseThrow(
                                () ->
                                        new UserException(
                                                "Chromium is not installed, so there is no PDF. Open %s in any browser and print it; the page is laid out for paper."
                                                        .formatted(html)));
        PrivateFile.write(pdf, ""); // Chromium fills it and leaves its rights.
        try (TemporaryFolder profile = TemporaryFolder.create("openweights-print")) {
            List<String> command = new ArrayList<>(List.of(program.toString(), "--headless"));
            if ("root".equals(System.getProperty("user.name"))) {
                command.add("--no-sandbox"); // Chromium refuses root otherwise; the page is ours.
            }
            command.addAll(List.of("--disable-gpu", "--no-pdf-header-footer"));
            command.add("--user-data-dir=" + profile.path());
            command.add("--print-to-pdf=" + pdf.toAbsolutePath());
            command.add(html.toUri().toString());
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            byte[] log = process.getInputStream().readAllBytes();
            if (process.waitFor() != 0 || Files.size(pdf) == 0) {
                Files.delete(pdf);
                throw new UserException(
                        "Chromium (%s) did not print %s: %s"
                                .formatted(program, html, new String(log, StandardCharsets.UTF_8)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted.", e);
        }
    }

    private static Optional<Path> program() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(Pattern.quote(java.io.File.pathSeparator)))
                .flatMap(folder -> PROGRAMS.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
