package openweights.grading.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whose a file is.
 *
 * @param students one, or all members of a group
 * @param time of the submission, if the platform says so; otherwise the file's own counts
 */
record Owner(List<String> students, Optional<Instant> time) {

    static Owner of(String student) {
        return new Owner(List.of(student), Optional.empty());
    }
}
