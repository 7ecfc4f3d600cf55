package openweights.course.exercise.gate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import openweights.base.Home;
import openweights.base.Sha256;

/**
 * Remembers which exercises have passed the gate, so that a release need not check again what was
 * checked a minute ago. Any change of the exercise's files or of the course ends it.
 */
public record PassedChecks(Home project) {

    /** Whether the exercise passed as it is now. */
    public boolean knows(Path exercise) throws IOException {
        return Files.exists(stamp(exercise));
    }

    public void remember(Path exercise) throws IOException {
        Path stamp = stamp(exercise);
        Files.createDirectories(stamp.getParent());
        Files.writeString(stamp, exercise.getFileName() + "\n");
    }

    private Path stamp(Path exercise) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (Stream<Path> all = Files.walk(exercise)) {
            List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                String name = exercise.relativize(file) + "\0" + Files.size(file) + "\0";
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
        if (Files.exists(project.jar())) {
            String build =
                    Files.size(project.jar()) + " " + Files.getLastModifiedTime(project.jar());
            digest.update(build.getBytes(StandardCharsets.UTF_8));
        }
        return project.personal().resolve("checked").resolve(Sha256.hex(digest));
    }
}
