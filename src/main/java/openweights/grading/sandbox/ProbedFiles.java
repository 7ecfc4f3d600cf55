package openweights.grading.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a sandbox shows of folders that nobody in it should see. A course or a JDK in one of them is
 * shown on purpose, and the folders above it are there with nothing else in them.
 *
 * @param shown on purpose
 */
record ProbedFiles(List<Path> shown) {

    /** The first that can be read, of these folders and what lies in them. */
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
