package openweights.grading.autograder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import openweights.base.Home;
import openweights.base.PrivateFile;
import openweights.base.UserException;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.ExerciseFile;
import openweights.course.exercise.suite.Suite;

/**
 * Writes the archive that Gradescope turns into an image: two scripts, the exercise, the grader.
 */
public final class AutograderZip {

    /** What only commands use that no autograder runs. */
    private static final Pattern UNUSED = Pattern.compile("(jetty-[a-z]+|picocli)-\\d.*\\.jar");

    /** Gradescope's machines. */
    private static final String NATIVES = "nd4j-native-\\d.*-linux-x86_64\\.jar";

    private AutograderZip() {}

    /**
     * Writes the archive.
     *
     * @throws UserException if this machine has other native libraries than Gradescope's
     */
    public static void write(Exercise exercise, Home home, Path file) throws IOException {
        Suite.of(exercise); // refuses tests that do not fit, here and not in the container
        List<Path> libraries = libraries(home);
        PrivateFile.write(
                file,
                channel -> {
                    OutputStream out = Channels.newOutputStream(channel);
                    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
                    // Jars are compressed already.
                    zip.setLevel(Deflater.NO_COMPRESSION);
                    put(zip, "setup.sh", script("setup.sh"));
                    put(zip, "run_autograder", script("run_autograder"));
                    put(
                            zip,
                            "exercise.json",
                            ExerciseFile.text(exercise).getBytes(StandardCharsets.UTF_8));
                    copy(zip, "course/target/openweights.jar", home.jar());
                    for (Path each : libraries) {
                        copy(zip, "course/target/lib/" + each.getFileName(), each);
                    }
                    zip.finish();
                });
    }

    private static List<Path> libraries(Home home) throws IOException {
        try (Stream<Path> files = Files.list(home.libraries())) {
            List<Path> all =
                    files.filter(each -> !UNUSED.matcher(name(each)).matches()).sorted().toList();
            if (all.stream().noneMatch(each -> name(each).matches(NATIVES))) {
                throw new UserException(
                        "%s has no native libraries for Linux on x86-64, which Gradescope's machines are. Write the archive on such a machine."
                                .formatted(home.libraries()));
            }
            return all;
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    static byte[] script(String name) throws IOException {
        try (InputStream in = AutograderZip.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static void copy(ZipOutputStream zip, String name, Path file) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(file, zip);
        zip.closeEntry();
    }
}
