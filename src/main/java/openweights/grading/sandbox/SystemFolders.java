package openweights.grading.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folders with the system's programs and libraries, which programs in every sandbox can read.
 * Nothing else of {@code /usr} is among them: a course with its hidden tests may lie in {@code
 * /usr/local} or {@code /usr/home}, and so may anything else.
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

    /** Whether a path lies in one of these folders, so that every sandbox lets it be read. */
    public static boolean contain(Path path) {
        return FOLDERS.stream().anyMatch(path::startsWith);
    }

    /** Bubblewrap's options that make these folders readable. */
    static List<String> options() {
        return FOLDERS.stream().flatMap(each -> options(each).stream()).toList();
    }

    /** On some systems, one of these folders is a link to another of them. */
    private static List<String> options(Path folder) {
        try {
            if (Files.isSymbolicLink(folder)) {
                return List.of(
                        "--symlink", Files.readSymbolicLink(folder).toString(), folder.toString());
            }
        } catch (IOException e) {
            // Let bwrap try, which then reports what is wrong.
        }
        return List.of("--ro-bind-try", folder.toString(), folder.toString());
    }
}
