package openweights.grading.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a sandbox shows below a folder of the machine's users. A course or a JDK in somebody's home
 * is mounted there on purpose, and the folders above it are there with nothing else in them.
 *
 * @param mounts where something is mounted
 */
record ProbedFiles(List<Path> mounts) {

    /** A character that would end a column, such as a blank, as Linux writes it. */
    private static final Pattern ESCAPED = Pattern.compile("\\\\([0-7]{3})");

    /** A home, such as /home/ann: whatever is mounted in place of a whole one is too much. */
    private static final int HOME = 2;

    private static final int MOUNT_POINT = 4;

    /** In this process, by the fifth column of Linux's list; without it, nothing is on purpose. */
    static ProbedFiles here() {
        try {
            byte[] list = Files.readAllBytes(Path.of("/proc/self/mountinfo"));
            return new ProbedFiles(
                    new String(list, StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> Path.of(unescaped(line.split(" ")[MOUNT_POINT])))
                            .toList());
        } catch (IOException | RuntimeException e) {
            return new ProbedFiles(List.of());
        }
    }

    static String unescaped(String column) {
        return ESCAPED.matcher(column)
                .replaceAll(
                        match ->
                                Matcher.quoteReplacement(
                                        "" + (char) Integer.parseInt(match.group(1), 8)));
    }

    /** The first that can be read and is not mounted on purpose. */
    Optional<Path> first(Path path) throws IOException {
        boolean onPurpose = mounts.contains(path) && path.getNameCount() > HOME;
        if (onPurpose || !Files.isReadable(path)) {
            return Optional.empty();
        }
        boolean above = mounts.stream().anyMatch(each -> each.startsWith(path));
        if (!above || mounts.contains(path)) {
            return Optional.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            for (Path each : files.toList()) {
                Optional<Path> found = first(each);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
    }
}
