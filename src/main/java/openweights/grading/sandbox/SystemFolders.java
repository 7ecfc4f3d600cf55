package openweights.grading.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folders with the system's programs and libraries, which every sandbox shows. Nothing else of
 * {@code /usr} is shown: below {@code /usr/local} or {@code /usr/home} may lie a course with its
 * hidden tests, or whatever somebody has put there.
 */
public final class SystemFolders {

    private static final List<Path> FOLDERS =
            Stream.of(
                            "/usr/bin",
                            "/usr/sbin",
                            "/usr/lib",
                            "/usr/lib32",
                            "/usr/lib64",
                            "/usr/libexec",
                            "/usr/share",
                            "/lib",
                            "/lib64",
                            "/bin",
                            "/sbin")
                    .map(Path::of)
                    .toList();

    private SystemFolders() {}

    /** Whether a path lies in one of them, so that every sandbox shows it. */
    public static boolean contain(Path path) {
        return FOLDERS.stream().anyMatch(path::startsWith);
    }

    /** Bubblewrap's options that show them. */
    static List<String> options() {
        return FOLDERS.stream().flatMap(each -> options(each).stream()).toList();
    }

    /** Some systems have only links to others of these folders. */
    private static List<String> options(Path folder) {
        try {
            if (Files.isSymbolicLink(folder)) {
                return List.of(
                        "--symlink", Files.readSymbolicLink(folder).toString(), folder.toString());
            }
        } catch (IOException e) {
            // Let bwrap try, and report what is wrong.
        }
        return List.of("--ro-bind-try", folder.toString(), folder.toString());
    }
}
