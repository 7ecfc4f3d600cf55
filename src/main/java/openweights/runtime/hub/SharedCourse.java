package openweights.runtime.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openweights.base.Home;
import openweights.base.ShellWord;

/**
 * Whether students can use a course where it lies, and find no answers in it.
 *
 * @param hub the folder in which they hand in
 */
public record SharedCourse(Home project, Path hub) {

    private static final List<String> ANSWERS = List.of("exercises", ".git", "grading");

    /** What stands against it, one sentence each with what to do. */
    public List<String> objections() throws IOException {
        List<String> objections = new ArrayList<>();
        for (String name : ANSWERS) {
            Path folder = project.root().resolve(name);
            if (Files.isDirectory(folder) && others(folder, PosixFilePermission.OTHERS_EXECUTE)) {
                objections.add(
                        "Students can enter %s, which holds solutions or points. Close it: chmod o-rwx %s"
                                .formatted(folder, ShellWord.quoted(folder)));
            }
        }
        for (Map.Entry<Path, String> each : needed().entrySet()) {
            Path file = each.getKey();
            Optional<Path> closed = unreachable(file);
            if (closed.isPresent()) {
                objections.add(closed(file, closed.get()) + " " + each.getValue());
            }
        }
        return objections;
    }

    /** What students must reach, and what to do where they cannot. */
    private Map<Path, String> needed() {
        Map<Path, String> needed = new LinkedHashMap<>();
        needed.put(project.jar(), "Move the course to a place such as /srv.");
        needed.put(hub, "Name a folder for the hub in a place such as /srv.");
        needed.put(
                project.python(),
                "Delete %s and use a Python that all users have, for example: PATH=/usr/bin:$PATH ./course hub %s"
                        .formatted(ShellWord.quoted(project.venv()), ShellWord.of(hub)));
        needed.put(
                Path.of(System.getProperty("java.home"), "bin/java"),
                "Use a JDK that all users have, for example: JAVA_HOME=/usr/lib/jvm/default-java ./course hub %s"
                        .formatted(ShellWord.of(hub)));
        return needed;
    }

    private static String closed(Path file, Path folder) throws IOException {
        Path real = file.toRealPath();
        return "Students cannot use %s%s, because only some users may enter %s."
                .formatted(file, real.equals(file) ? "" : ", a link to " + real, folder);
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
