package openweights.runtime.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openweights.base.Home;

/**
 * Whether a course can be shared as it lies here: students can use it, and find no answers in it.
 */
public record SharedCourse(Home project) {

    private static final List<String> ANSWERS = List.of("exercises", ".git", "grading");

    /** What stands against it, one sentence each with what to do. */
    public List<String> objections() throws IOException {
        List<String> objections = new ArrayList<>();
        for (String name : ANSWERS) {
            Path folder = project.root().resolve(name);
            if (Files.isDirectory(folder) && others(folder, PosixFilePermission.OTHERS_EXECUTE)) {
                objections.add(
                        "Students can read %s, which holds solutions or points: chmod o-rwx '%s'"
                                .formatted(folder, folder));
            }
        }
        List<Path> needed =
                List.of(
                        project.python(),
                        Path.of(System.getProperty("java.home"), "bin/java"),
                        project.jar());
        for (Path file : needed) {
            unreachable(file).map(folder -> closed(file, folder)).ifPresent(objections::add);
        }
        return objections;
    }

    private static String closed(Path file, Path folder) {
        return "Students cannot run the course, because only some users may enter %s, and %s is in it. Put the course in a place such as /srv, and take a Java and a Python of the system."
                .formatted(folder, file);
    }

    /** The highest folder on the way to a file, through all links, that not everybody may enter. */
    private static Optional<Path> unreachable(Path file) throws IOException {
        Path real = file.toRealPath();
        Path folder = real.getRoot();
        for (Path name : real) {
            if (!others(folder, PosixFilePermission.OTHERS_EXECUTE)) {
                return Optional.of(folder);
            }
            folder = folder.resolve(name);
        }
        return Optional.empty();
    }

    private static boolean others(Path path, PosixFilePermission right) throws IOException {
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(path);
        return rights.contains(right);
    }
}
