package openweights.grading.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a program in a sandbox can read of folders that it should not see. If a course or a JDK lies
 * in one of these folders, it is shown on purpose, and then the folders above it exist, too, with
 * nothing else in them.
 *
 * @param shown files and folders that the sandbox shows on purpose
 */
record ProbedFiles(List<Path> shown) {

    /** The first readable file or folder that is not shown on purpose, among these and inside. */
    Optional<Path> first(Stream<Path> folders) throws IOException {
        for (Path each : folders.toList()) {
            Optional<Path> found = first(each);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Path> first(Path path) throws IOException {
        if (!Files.isReadable(path)) {
            return Optional.empty();
        }
        if (shown.stream().noneMatch(each -> each.startsWith(path) && !each.equals(path))) {
            return Optional.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return first(files.filter(each -> !shown.contains(each)));
        }
    }
}
