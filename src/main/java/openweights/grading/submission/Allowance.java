package openweights.grading.submission;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openweights.base.UserException;

/**
 * How many bytes are read: of an archive, which somebody has downloaded, at most 8 GB in all. In
 * the folder of a hub each student has an allowance, so that nobody keeps others from being
 * collected.
 */
final class Allowance {

    private static final long OF_AN_ARCHIVE = 8L << 30;
    private static final long OF_A_STUDENT = 512L << 20;

    private final Path source;
    private final boolean live;
    private final Map<String, Long> taken = new HashMap<>();
    private final Set<String> told = new HashSet<>();

    Allowance(Path source, boolean live) {
        this.source = source;
        this.live = live;
    }

    /** Whether nothing more is read of what lies beside this file. */
    boolean isUsedUp(String file) {
        return live && taken.getOrDefault(owner(file), 0L) > OF_A_STUDENT;
    }

    /**
     * Counts what was read.
     *
     * @throws UserException if an archive holds more than anybody's submissions take
     */
    void take(String file, long bytes) {
        long total = taken.merge(live ? owner(file) : "", bytes, Long::sum);
        if (!live && total > OF_AN_ARCHIVE) {
            throw new UserException(
                    "%s holds more than %d GB. Split it, or unpack it yourself and name the folder."
                            .formatted(source, OF_AN_ARCHIVE >> 30));
        }
    }

    /** What to tell people about a file that is not read; nothing if it was said of another one. */
    Optional<String> objection(String file) {
        return told.add(owner(file))
                ? Optional.of(
                        "this student's files take more than %d MB, so this and those after it were not read. Move some away, and collect again."
                                .formatted(OF_A_STUDENT >> 20))
                : Optional.empty();
    }

    private static String owner(String file) {
        return file.substring(0, Math.max(0, file.indexOf('/')));
    }
}
